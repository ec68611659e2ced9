import type { Calendar } from "./calendar.ts";
import type { Duty } from "./duty.ts";
import type { Helper } from "./helpers.ts";
import type { PersonaCode, Personas } from "./personas.ts";
import { windowAt } from "./week.ts";
import type { Wish } from "./wishes.ts";

const chaoyang = 105;

/** Duties of the personas: enough that their calendars are not empty, and next week is still theirs to choose. */
export function reserve(
  districtId: number,
  duties: readonly Duty[],
  { calendar, personas }: { calendar: Calendar; personas: Personas },
): void {
  if (districtId !== chaoyang) return;
  const give = (code: PersonaCode, day: number, site: string, fromHour: number) => {
    const duty = duties.find(
      ({ rota, ...one }) =>
        one.day === day &&
        one.site.code === `${chaoyang}-${site}` &&
        rota.role !== "supervisor" &&
        rota.fromMinute === fromHour * 60,
    );
    if (!duty) return;
    duty.reserved.push(personas.get(code)!);
    duty.target = Math.max(duty.target, 2);
  };
  for (const day of twoDaysOfThisWeek(calendar)) give("counsellor", day, "hotlinea", 10);
  give("volunteer", nextSaturday(calendar), "gate1", 15);
}

/** Days ahead if the week still has them, else days that are over; never two in a row. */
function twoDaysOfThisWeek({ today, monday }: Calendar): number[] {
  const wanted = [1, 3, -1, -3, 5, -5].map((offset) => today + offset);
  return wanted.filter((day) => day >= monday && day < monday + 7).slice(0, 2);
}

const nextSaturday = ({ today, monday }: Calendar): number => (today < monday + 5 ? monday + 5 : monday + 12);

export const volunteersPool = "the volunteer";
const former = 6;
const subjectsInTurn = 11;

/** Six lessons in mathematics, over for a month: the volunteer is known to say yes and has carried nothing lately, so the matcher thinks of her first. */
export const isVolunteers = (number: number): boolean =>
  number < former * subjectsInTurn && number % subjectsInTurn === 0;

export const juniorMath = (wish: Wish): Wish => ({
  ...wish,
  specialisms: ["math/junior2"],
  grade: "junior2",
  minutes: 60,
  pool: volunteersPool,
});

export const volunteerAsHelper = (personas: Personas): Helper => ({
  id: personas.get("volunteer")!,
  free: [
    windowAt(2, 19, 21),
    windowAt(4, 19, 21),
    windowAt(6, 9, 11),
    windowAt(6, 14, 16),
    windowAt(7, 9, 11),
    windowAt(7, 14, 16),
  ],
  standing: 0,
});
