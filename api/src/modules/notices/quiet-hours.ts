import { cityZone } from "../../kernel/city.ts";
import { DAY, HOUR } from "../../kernel/interval.ts";
import { dayOf, instantOf, minuteOf, wallAt } from "../../kernel/zone.ts";

/** No mail from 22:00 to 07:00 on the city's clock … */
const quietFromMinute = 22 * 60;
const quietToMinute = 7 * 60;
/** … unless it is about something that begins within this time. */
const pressing = 12 * HOUR;

/** When a letter has to wait until; null: it goes at once. `concerns`: when that begins of which it tells. */
export function mailAt(now: Date, concerns: Date | null): Date | null {
  if (concerns !== null && concerns.getTime() - now.getTime() < pressing) return null;
  const wall = wallAt(cityZone, now.getTime());
  const minute = minuteOf(wall);
  if (minute >= quietToMinute && minute < quietFromMinute) return null;
  const morning = dayOf(wall) + (minute >= quietFromMinute ? 1 : 0);
  return new Date(instantOf(cityZone, morning * DAY + quietToMinute * 60_000));
}
