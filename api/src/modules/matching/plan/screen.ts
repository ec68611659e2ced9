import type { PersonFacts } from "../../../engine/fitness/person.ts";
import { roomFor } from "../../../engine/fitness/sessions.ts";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import { intersect } from "../../../kernel/ranges.ts";
import { weekMinutes } from "../../../kernel/weekly.ts";

/**
 * A first look at a pair that never turns away anybody whom the rules allow, a hundred times cheaper than they are: is
 * there room in both weeks, and may the person take on one more? Most people fall here.
 */
export function mayFit(person: PersonFacts, work: WorkFacts): boolean {
  if (capacityOf(person, work) === 0) return false;
  const { time } = work;
  if (time.kind !== "weekly" || person.availability.timeZone !== work.timeZone) return true;
  const hers = person.availability.weekly;
  return hers !== null && roomFor(intersect(weekMinutes(time.windows), weekMinutes(hers)), time);
}

/** Places that a person can still take in one run. Standing work is limited by their own number, dated work by its rules alone. */
export function capacityOf(person: PersonFacts, { policy }: Pick<WorkFacts, "policy">): number {
  const limit = Math.min(person.limits.assignmentsAtOnce ?? Infinity, policy.assignmentsAtOnce);
  return Math.max(0, limit - person.assignments.filter(({ standing }) => standing).length);
}
