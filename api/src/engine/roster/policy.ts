import type { MinutesLimit, Person, RosterProblem, Shift } from "./problem.ts";

/** The rules of a roster as one reads them. Each looks at one person's row and names what breaks it. */
export interface Rule {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly breaches: (row: Row) => Breach[];
}

/** Where a rule is broken, with the figures that say how. */
export interface Breach {
  readonly rule: string;
  readonly day?: number;
  readonly found: number | string;
  readonly limit: number | string;
}

/** One person's duties: history first (negative days), then the horizon. */
export interface Row {
  readonly problem: RosterProblem;
  readonly person: Person;
  readonly shiftOn: (day: number) => Shift | undefined;
  /** First day known: 0, or less with history. */
  readonly begins: number;
}

export function rowOf(problem: RosterProblem, person: Person, duties: readonly (string | null)[]): Row {
  const history = person.history ?? [];
  const byId = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const shiftOn = (day: number) => {
    const id = day < 0 ? history[history.length + day] : duties[day];
    return id === null || id === undefined ? undefined : byId.get(id);
  };
  return { problem, person, shiftOn, begins: -history.length };
}

/** The policy, in the order in which it is explained. */
export const policy: readonly Rule[] = [
  {
    name: "pinnedDecisions",
    en: "What a coordinator has fixed stays as it is.",
    zh: "协调员已固定的安排保持不变。",
    breaches: pinnedDecisions,
  },
  { name: "daysOff", en: "Nobody serves on a day off.", zh: "休息日不安排值班。", breaches: daysOff },
  {
    name: "rolesHeld",
    en: "A seat with a role is taken only by somebody who holds it.",
    zh: "有角色要求的岗位只能由具备该角色的人担任。",
    breaches: rolesHeld,
  },
  {
    name: "mostOfShift",
    en: "Nobody serves a shift more often than agreed.",
    zh: "每种班次不超过约定的次数。",
    breaches: mostOfShift,
  },
  {
    name: "succession",
    en: "Some shifts may not follow each other.",
    zh: "某些班次不能在第二天接续。",
    breaches: succession,
  },
  { name: "rest", en: "There is enough rest between two duties.", zh: "两次值班之间有足够的休息。", breaches: rest },
  { name: "minutes", en: "Minutes of duty stay within the contract.", zh: "值班时长在约定范围内。", breaches: minutes },
  { name: "longestRun", en: "No run of duty is too long.", zh: "连续值班不过长。", breaches: longestRun },
  { name: "shortestRun", en: "No run of duty is too short.", zh: "连续值班不过短。", breaches: shortestRun },
  { name: "shortestBreak", en: "No break is too short.", zh: "连续休息不过短。", breaches: shortestBreak },
  { name: "longestBreak", en: "No break is too long.", zh: "连续休息不过长。", breaches: longestBreak },
  {
    name: "nightsInARow",
    en: "There are not too many nights in a row.",
    zh: "连续夜班不过多。",
    breaches: nightsInARow,
  },
  { name: "weekends", en: "Enough weekends stay free.", zh: "保留足够的空闲周末。", breaches: weekends },
];

export function breachesOf(problem: RosterProblem, person: Person, duties: readonly (string | null)[]): Breach[] {
  const row = rowOf(problem, person, duties);
  return policy.flatMap((rule) => rule.breaches(row));
}

function horizon(row: Row): number[] {
  return Array.from({ length: row.problem.days }, (_, day) => day);
}

function pinnedDecisions(row: Row): Breach[] {
  return row.person.pins
    .filter((pin) => (row.shiftOn(pin.day)?.id ?? null) !== pin.shift)
    .map((pin) => ({
      rule: "pinnedDecisions",
      day: pin.day,
      found: row.shiftOn(pin.day)?.id ?? "-",
      limit: pin.shift ?? "-",
    }));
}

function daysOff(row: Row): Breach[] {
  return row.person.daysOff
    .filter((day) => row.shiftOn(day))
    .map((day) => ({ rule: "daysOff", day, found: row.shiftOn(day)!.id, limit: "-" }));
}

function rolesHeld(row: Row): Breach[] {
  return horizon(row).flatMap((day) => {
    const role = row.shiftOn(day)?.role;
    if (role === undefined || row.person.roles?.includes(role)) return [];
    return [{ rule: "rolesHeld", day, found: row.shiftOn(day)!.id, limit: role }];
  });
}

function mostOfShift(row: Row): Breach[] {
  return Object.entries(row.person.contract.mostOf).flatMap(([id, limit]) => {
    const found = horizon(row).filter((day) => row.shiftOn(day)?.id === id).length;
    return found > limit ? [{ rule: "mostOfShift", found: `${found} ${id}`, limit }] : [];
  });
}

function succession(row: Row): Breach[] {
  return horizon(row).flatMap((day) => {
    const before = row.shiftOn(day - 1);
    const today = row.shiftOn(day);
    if (!before || !today || !before.notFollowedBy.includes(today.id)) return [];
    return [{ rule: "succession", day, found: today.id, limit: before.id }];
  });
}

function rest(row: Row): Breach[] {
  const limit = row.person.contract.rest;
  return horizon(row).flatMap((day) => {
    const before = row.shiftOn(day - 1);
    const today = row.shiftOn(day);
    if (limit === undefined || before?.start === undefined || today?.start === undefined) return [];
    const found = today.start + 1440 - before.start - before.minutes;
    return found < limit ? [{ rule: "rest", day, found, limit }] : [];
  });
}

function minutes(row: Row): Breach[] {
  return row.person.contract.minutes.flatMap((limit: MinutesLimit) => {
    let found = 0;
    for (let day = limit.from; day < limit.to; day++) found += row.shiftOn(day)?.minutes ?? 0;
    if (found > limit.most) return [{ rule: "minutes", day: limit.from, found, limit: limit.most }];
    return found < limit.least ? [{ rule: "minutes", day: limit.from, found, limit: limit.least }] : [];
  });
}

/** A stretch of days alike in being duty or not; `inner` when both its ends are known. */
interface Stretch {
  readonly day: number;
  readonly length: number;
  readonly duty: boolean;
  readonly inner: boolean;
}

function stretches(row: Row): Stretch[] {
  const found: Stretch[] = [];
  const { days } = row.problem;
  for (let day = row.begins; day < days; ) {
    const duty = row.shiftOn(day) !== undefined;
    let end = day;
    while (end < days && (row.shiftOn(end) !== undefined) === duty) end++;
    // What ended before the eve of day 0 is nobody's fault any more.
    if (end >= 0) found.push({ day, length: end - day, duty, inner: day > row.begins && end < days });
    day = end;
  }
  return found;
}

function tooLong(row: Row, rule: string, duty: boolean, limit: number): Breach[] {
  return stretches(row)
    .filter((each) => each.duty === duty && each.length > limit)
    .map((each) => ({ rule, day: each.day, found: each.length, limit }));
}

function tooShort(row: Row, rule: string, duty: boolean, limit: number): Breach[] {
  return stretches(row)
    .filter((each) => each.duty === duty && each.inner && each.length < limit)
    .map((each) => ({ rule, day: each.day, found: each.length, limit }));
}

function longestRun(row: Row): Breach[] {
  return tooLong(row, "longestRun", true, row.person.contract.longestRun);
}

function shortestRun(row: Row): Breach[] {
  return tooShort(row, "shortestRun", true, row.person.contract.shortestRun);
}

function shortestBreak(row: Row): Breach[] {
  return tooShort(row, "shortestBreak", false, row.person.contract.shortestBreak);
}

function longestBreak(row: Row): Breach[] {
  return tooLong(row, "longestBreak", false, row.person.contract.longestBreak ?? Number.POSITIVE_INFINITY);
}

function nightsInARow(row: Row): Breach[] {
  const limit = row.person.contract.longestNights ?? Number.POSITIVE_INFINITY;
  const found: Breach[] = [];
  let nights = 0;
  for (let day = row.begins; day < row.problem.days; day++) {
    nights = row.shiftOn(day)?.night ? nights + 1 : 0;
    if (day >= 0 && nights === limit + 1) found.push({ rule: "nightsInARow", day, found: nights, limit });
  }
  return found;
}

function weekends(row: Row): Breach[] {
  const limit = row.person.contract.mostWeekends;
  const served = new Set<number>();
  for (let day = row.begins; day < row.problem.days; day++) {
    const weekday = (((row.problem.firstWeekday + day) % 7) + 7) % 7;
    if (weekday >= 5 && row.shiftOn(day)) served.add(day - weekday);
  }
  // A weekend begun before the horizon was counted then.
  for (let day = row.begins; day < 0; day++) {
    const weekday = (((row.problem.firstWeekday + day) % 7) + 7) % 7;
    if (weekday >= 5 && row.shiftOn(day)) served.delete(day - weekday);
  }
  return served.size > limit ? [{ rule: "weekends", found: served.size, limit }] : [];
}
