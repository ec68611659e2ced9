import { cityZone } from "../kernel/city.ts";
import { HOUR, type Instant } from "../kernel/interval.ts";
import { covers, type Range } from "../kernel/ranges.ts";
import { foldOntoWeek } from "../kernel/weekly.ts";
import { counsellorLevel } from "./abilities.ts";
import { type Calendar, instantAt } from "./calendar.ts";
import { credentialsOf } from "./credentials.ts";
import type { Duty } from "./duty.ts";
import { inhabitant } from "./inhabitant.ts";
import type { CityPlan } from "./plan.ts";

/** Somebody on the roster of one site, with what they have served so far; shifts are given out in order of start. */
export interface Member {
  readonly id: string;
  readonly level: number;
  readonly minor: boolean;
  /** First moment at which a credential lapses. */
  readonly lapsesAt: Instant;
  readonly weekly: readonly Range[];
  readonly weekLimit: number;
  duties: number;
  lastEnd: Instant;
  lastNight: Instant;
  week: number;
  inWeek: number;
}

const restHours = 11;
const hoursBetweenNights = 47;

export function memberOf(plan: CityPlan, calendar: Calendar, index: number): Member {
  const person = inhabitant(plan, calendar, index);
  const days = credentialsOf(plan, calendar, person).map(({ untilDay }) => untilDay);
  const listens = person.part === "counsellor";
  return {
    id: person.id,
    level: listens ? counsellorLevel(plan, index) : 1,
    minor: person.guardian !== null,
    lapsesAt: instantAt(Math.min(...days) + 1, 0),
    weekly: person.weekly,
    weekLimit: listens ? 3 : 4,
    duties: 0,
    lastEnd: -Infinity,
    lastNight: -Infinity,
    week: 0,
    inWeek: 0,
  };
}

/** The rules that a roster must not break, in the few words that a crew of one site needs. */
function may(member: Member, duty: Duty): boolean {
  if (member.level < duty.rota.level || duty.endsAt > member.lapsesAt) return false;
  if (member.lastEnd + restHours * HOUR > duty.startsAt) return false;
  if (duty.night && (member.minor || member.lastNight + hoursBetweenNights * HOUR > duty.startsAt)) return false;
  return member.week !== duty.monday || member.inWeek < member.weekLimit;
}

/** Whoever has served least of those who can and are free then; for the floor also somebody outside their usual hours. */
export function choose(crew: readonly Member[], duty: Duty, chosen: readonly Member[]): Member | null {
  const span = foldOntoWeek(cityZone, duty)[0]!;
  const belowFloor = chosen.length < Math.min(duty.target, duty.rota.minimumCover);
  let best: Member | null = null;
  let least = Infinity;
  for (const member of crew) {
    if (!may(member, duty) || chosen.includes(member)) continue;
    const free = covers(member.weekly, span);
    if (!free && !belowFloor) continue;
    // Supervisors are few: they take a seat only where nobody else would.
    const burden = member.duties + (free ? 0 : 100) + (duty.rota.role === "seat" && member.level >= 4 ? 4 : 0);
    if (burden >= least) continue;
    best = member;
    least = burden;
  }
  return best;
}

export function serve(member: Member, duty: Duty): void {
  member.duties++;
  member.lastEnd = duty.endsAt;
  if (duty.night) member.lastNight = duty.startsAt;
  member.inWeek = member.week === duty.monday ? member.inWeek + 1 : 1;
  member.week = duty.monday;
}
