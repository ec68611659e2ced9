import { DAY, type Instant, MINUTE, pauseBetween } from "../../kernel/interval.ts";
import type { Facts, Locale } from "../../kernel/reason.ts";
import type { Ask, Case } from "./case.ts";
import { openCase } from "./open-case.ts";
import type { PersonFacts } from "./person.ts";
import type { Rule, Stage } from "./rule.ts";
import { rules } from "./rules.ts";
import { speech } from "./speech.ts";
import type { WorkFacts } from "./work.ts";

/** A headline that speaks for somebody. Rest: `restMinutes` to the nearest duty, or none known within a week. */
export interface Pass {
  readonly name: "credential" | "free" | "rest";
  readonly facts: Facts;
}

/** What is right with this person for this work, for the chips of the fill panel; what is wrong is in `fit`. */
export function passes(person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask): Pass[] {
  const c = openCase(person, work, now, ask);
  const passed: Pass[] = [];
  if (asksCredential(work) && clears(c, "credential")) passed.push({ name: "credential", facts: {} });
  if (clears(c, "free")) passed.push({ name: "free", facts: {} });
  if (clears(c, "rest")) passed.push({ name: "rest", facts: restOf(c) });
  return passed;
}

const asksCredential = (work: WorkFacts) =>
  work.credentials.length > 0 || work.trainings.length > 0 || work.minor !== null;

const clears = (c: Case, stage: Stage) => rules.every((rule: Rule) => rule.stage !== stage || !rule.obstacle(c));

function restOf({ spans, others, policy }: Case): Facts {
  let nearest = Infinity;
  for (const span of spans) for (const other of others) nearest = Math.min(nearest, pauseBetween(span, other));
  if (nearest >= 7 * DAY) return { known: false };
  const restMinutes = Math.floor(nearest / MINUTE);
  return { known: true, restMinutes, justEnough: restMinutes === policy.restAfterNightMinutes };
}

/** 资质 · 空闲 · 休息18小时 */
export function passWords({ name, facts }: Pass, locale: Locale): string {
  const chinese = locale === "zh-CN";
  if (name === "credential") return chinese ? "资质" : "credentials";
  if (name === "free") return chinese ? "空闲" : "free";
  if (!facts.known) return chinese ? "休息充足" : "well rested";
  // Whole hours: nobody reads "rest 18 h 25 min" off a chip.
  const minutes = Number(facts.restMinutes);
  const span = speech(locale).span(minutes < 60 ? minutes : minutes - (minutes % 60));
  if (minutes === 0) return chinese ? "紧接前后班" : "back-to-back";
  if (facts.justEnough) return chinese ? `休息刚满${span}` : `rest just ${span}`;
  return chinese ? `休息${span}` : `rest ${span}`;
}
