import type { Ask } from "../../engine/fitness/case.ts";
import { fit, type Misfit } from "../../engine/fitness/fit.ts";
import { passes, passWords } from "../../engine/fitness/passes.ts";
import type { PersonFacts } from "../../engine/fitness/person.ts";
import { rules } from "../../engine/fitness/rules.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import type { Instant } from "../../kernel/interval.ts";
import type { Locale } from "../../kernel/reason.ts";
import { messageOf, shortMessageOf } from "../../platform/words.ts";

/** One chip: what speaks for a person, or against them. */
export interface FitFact {
  readonly code: string;
  readonly label: string;
  readonly ok: boolean;
  readonly detail: string;
}

type Pair = readonly [zh: string, en: string];
const skillWords: Readonly<Record<string, Pair>> = {
  tutoring: ["科目", "subject"],
  translation: ["语种", "languages"],
};
const plainSkill: Pair = ["技能", "skill"];
const noClash: Pair = ["无冲突", "no clash"];
const theTime: Pair = ["时间", "time"];

const stageOf = new Map<string, string>(rules.map(({ code, stage }) => [code, stage]));

/** The chips of one person before one piece of work: what is wrong first, then what is right, in the order of the rules. */
export function fitFacts(
  person: PersonFacts,
  work: WorkFacts,
  now: Instant,
  ask: Ask,
  locale: Locale,
  reasons: readonly Misfit[] = fit(person, work, now, ask),
): FitFact[] {
  const against = reasons.map((reason) => ({
    code: reason.code,
    label: shortMessageOf(reason, locale),
    ok: false,
    detail: messageOf(reason, locale),
  }));
  return [...against, ...inFavour(person, work, now, ask, locale, reasons)];
}

function inFavour(
  person: PersonFacts,
  work: WorkFacts,
  now: Instant,
  ask: Ask,
  locale: Locale,
  reasons: readonly Misfit[],
): FitFact[] {
  const say = (pair: Pair) => pair[locale === "en" ? 1 : 0];
  const good = (code: string, label: string): FitFact => ({ code, label, ok: true, detail: "" });
  const failed = new Set(reasons.map(({ code }) => stageOf.get(code)));
  const facts: FitFact[] = [];
  const [skill] = work.skills;
  if (skill && work.time.kind === "weekly" && !failed.has("skill"))
    facts.push(good("skill", say(skillWords[skill.skill] ?? plainSkill)));
  for (const pass of passes(person, work, now, ask)) {
    if (pass.name !== "free") facts.push(good(pass.name, passWords(pass, locale)));
    else if (work.time.kind === "weekly") facts.push(good("time", say(theTime)), good("noClash", say(noClash)));
    else facts.push(good("free", ask === "self" ? say(noClash) : passWords(pass, locale)));
  }
  return facts;
}
