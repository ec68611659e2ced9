import { isRested } from "../fitness/rules/rest-too-short.ts";
import { type Breach, horizon, type Row } from "./row.ts";

/** Rules about what a day holds, alone or after the day before. */
export function pinnedDecisions(row: Row): Breach[] {
  return row.person.pins
    .filter((pin) => (row.shiftOn(pin.day)?.id ?? null) !== pin.shift)
    .map((pin) => ({
      rule: "pinnedDecisions",
      day: pin.day,
      found: row.shiftOn(pin.day)?.id ?? "-",
      limit: pin.shift ?? "-",
    }));
}

export function daysOff(row: Row): Breach[] {
  return row.person.daysOff
    .filter((day) => row.shiftOn(day))
    .map((day) => ({ rule: "daysOff", day, found: row.shiftOn(day)!.id, limit: "-" }));
}

export function rolesHeld(row: Row): Breach[] {
  return horizon(row).flatMap((day) => {
    const role = row.shiftOn(day)?.role;
    if (role === undefined || row.person.roles?.includes(role)) return [];
    return [{ rule: "rolesHeld", day, found: row.shiftOn(day)!.id, limit: role }];
  });
}

export function succession(row: Row): Breach[] {
  return horizon(row).flatMap((day) => {
    const before = row.shiftOn(day - 1);
    const today = row.shiftOn(day);
    if (!before || !today || !before.notFollowedBy.includes(today.id)) return [];
    return [{ rule: "succession", day, found: today.id, limit: before.id }];
  });
}

export function rest(row: Row): Breach[] {
  const limit = row.person.contract.rest;
  return horizon(row).flatMap((day) => {
    const before = row.shiftOn(day - 1);
    const today = row.shiftOn(day);
    if (limit === undefined || before?.start === undefined || today?.start === undefined) return [];
    const found = today.start + 1440 - before.start - before.minutes;
    return isRested(found, limit) ? [] : [{ rule: "rest", day, found, limit }];
  });
}
