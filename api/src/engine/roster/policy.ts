import { minutes, mostOfShift, weekends } from "./count-rules.ts";
import { daysOff, pinnedDecisions, rest, rolesHeld, succession } from "./day-rules.ts";
import type { Person, RosterProblem } from "./problem.ts";
import { type Breach, type Row, rowOf } from "./row.ts";
import { longestBreak, longestRun, nightsInARow, shortestBreak, shortestRun } from "./run-rules.ts";

/** The rules of a roster as one reads them. Each looks at one person's row and names what breaks it. */
export interface Rule {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly breaches: (row: Row) => Breach[];
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
