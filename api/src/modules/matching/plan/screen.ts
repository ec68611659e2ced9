import { fits } from "../../../engine/fitness/fit.ts";
import { openCase } from "../../../engine/fitness/open-case.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { Rule } from "../../../engine/fitness/rule.ts";
import { rules } from "../../../engine/fitness/rules.ts";
import { roomInBoth } from "../../../engine/fitness/sessions.ts";
import type { DatedTime, WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";
import { covers, type Ranges, union } from "../../../kernel/ranges.ts";
import { foldOntoWeek, weekMinutes } from "../../../kernel/weekly.ts";

/** The rules that look at neither clock nor calendar. */
const timeless: readonly Rule[] = rules.filter(({ stage }) => stage !== "free" && stage !== "rest" && stage !== "load");

/**
 * A first look at a pair, that never turns away anybody whom the rules allow. Most people fall here, over hours that do not
 * meet; then the whole rules for dated work, and for weekly work all but whether its sessions can be laid around
 * everything else that the person does, which costs ten times as much as the others together.
 */
export function mayFit(person: PersonFacts, work: WorkFacts, now: Instant): boolean {
  if (!mayCome(person, work)) return false;
  if (work.time.kind !== "weekly") return fits(person, work, now, "matcher");
  if (capacityOf(person, work) === 0) return false;
  const c = openCase(person, work, now, "matcher");
  return timeless.every(({ obstacle }) => obstacle(c) === null);
}

/** What a glimpse of the person settles: whether they serve in this way, and at such hours at all. */
export const mayCome = (person: Pick<PersonFacts, "modes" | "availability">, work: WorkFacts): boolean =>
  person.modes.includes(work.mode) && hoursMeet(person.availability, work);

function hoursMeet(availability: PersonFacts["availability"], work: WorkFacts): boolean {
  const { time } = work;
  if (time.kind === "flexible" || availability.timeZone !== work.timeZone) return true;
  const hers = availability.weekly === null ? [] : weekMinutes(availability.weekly);
  if (time.kind === "weekly") return roomInBoth(weekMinutes(time.windows), hers, time);
  return availability.exceptions.some(({ free }) => free) || weekOf(work, time).every((span) => covers(hers, span));
}

const weeks = new WeakMap<DatedTime, Ranges>();

/** The minutes of the week in which dated work lies; remembered, because every candidate is asked about them. */
function weekOf({ timeZone }: WorkFacts, time: DatedTime): Ranges {
  const known = weeks.get(time) ?? union(time.spans.flatMap((span) => foldOntoWeek(timeZone, span)));
  weeks.set(time, known);
  return known;
}

/** Places that a person can still take in one run. Standing work is limited by their own number, dated work by its rules alone. */
export function capacityOf(person: PersonFacts, { policy }: Pick<WorkFacts, "policy">): number {
  const limit = Math.min(person.limits.assignmentsAtOnce ?? Infinity, policy.assignmentsAtOnce);
  return Math.max(0, limit - person.assignments.filter(({ standing }) => standing).length);
}
