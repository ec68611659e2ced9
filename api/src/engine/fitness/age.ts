import { dateOfDay, dayOf, wallAt } from "../../kernel/zone.ts";
import type { Case } from "./case.ts";

/** Age in whole years on the day the work begins, at its place; null where the date of birth is not known. */
export function ageAt({ person, work, period }: Case): number | null {
  if (person.birthDate === null) return null;
  return wholeYears(person.birthDate, dateOfDay(dayOf(wallAt(work.timeZone, period.startsAt))));
}

/** Unknown age counts as a minor: the safe side. */
export function isMinorAt(c: Case): boolean {
  const age = ageAt(c);
  return age === null || age < c.policy.adultAge;
}

/** Both `YYYY-MM-DD`. Somebody born on 29 February turns a year older on 1 March of a common year. */
export function wholeYears(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
