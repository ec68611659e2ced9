import { fits } from "../../../engine/fitness/fit.ts";
import { openCase } from "../../../engine/fitness/open-case.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { Rule } from "../../../engine/fitness/rule.ts";
import { rules } from "../../../engine/fitness/rules.ts";
import { roomFor } from "../../../engine/fitness/sessions.ts";
import type { WeeklyTime, WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";
import { intersect } from "../../../kernel/ranges.ts";
import { weekMinutes } from "../../../kernel/weekly.ts";

/** The rules that look at neither clock nor calendar. */
const timeless: readonly Rule[] = rules.filter(({ stage }) => stage !== "free" && stage !== "rest" && stage !== "load");

/**
 * A first look at a pair, that never turns away anybody whom the rules allow. Most people fall here; what is left to ask is
 * whether the weekly sessions can be laid around everything else they do, which costs ten times as much.
 */
export function mayFit(person: PersonFacts, work: WorkFacts, now: Instant): boolean {
  const { time } = work;
  if (time.kind !== "weekly") return fits(person, work, now, "matcher");
  if (capacityOf(person, work) === 0 || !hasRoom(person, work, time)) return false;
  const c = openCase(person, work, now, "matcher");
  return timeless.every(({ obstacle }) => obstacle(c) === null);
}

function hasRoom({ availability }: PersonFacts, work: WorkFacts, time: WeeklyTime): boolean {
  if (availability.weekly === null) return false;
  if (availability.timeZone !== work.timeZone) return true;
  return roomFor(intersect(weekMinutes(time.windows), weekMinutes(availability.weekly)), time);
}

/** Places that a person can still take in one run. Standing work is limited by their own number, dated work by its rules alone. */
export function capacityOf(person: PersonFacts, { policy }: Pick<WorkFacts, "policy">): number {
  const limit = Math.min(person.limits.assignmentsAtOnce ?? Infinity, policy.assignmentsAtOnce);
  return Math.max(0, limit - person.assignments.filter(({ standing }) => standing).length);
}
