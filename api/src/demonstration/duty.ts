import { nightsOf } from "../engine/fitness/nights.ts";
import { standardPolicy } from "../engine/fitness/policy.ts";
import { cityZone } from "../kernel/city.ts";
import { DAY, HOUR, type Instant, type Interval } from "../kernel/interval.ts";
import { weekdayOf } from "../kernel/zone.ts";
import { type Calendar, instantAt } from "./calendar.ts";
import { Random } from "./random.ts";
import type { Rota } from "./rota.ts";
import type { SiteSpec } from "./sites.ts";

/** A shift in the making. */
export interface Duty {
  readonly id: string;
  readonly site: SiteSpec;
  readonly rota: Rota;
  /** Day on which it starts, and the Monday of its week. */
  readonly day: number;
  readonly monday: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly night: boolean;
  readonly signUpFrom: Instant;
  readonly madeAt: Instant;
  /** How many people are to be found for it. */
  target: number;
  /** People who are on it whatever happens: personas. */
  readonly reserved: string[];
}

/** First and last week of the rosters, counted from this one. */
const weeks = [-2, -1, 0, 1, 2] as const;

/** Every shift of a site, in order of start. */
export function dutiesOf(site: SiteSpec, calendar: Calendar, seed: number): Duty[] {
  const random = new Random(seed, `duties ${site.code}`);
  const duties = weeks.flatMap((week) => {
    const monday = calendar.monday + 7 * week;
    return [0, 1, 2, 3, 4, 5, 6].flatMap((offset) =>
      site.rotas
        .filter(({ weekdays }) => weekdays.includes(weekdayOf(monday + offset)))
        .map((rota) => dutyOf(site, rota, monday, monday + offset, calendar, random)),
    );
  });
  return duties.sort((a, b) => a.startsAt - b.startsAt);
}

function dutyOf(site: SiteSpec, rota: Rota, monday: number, day: number, calendar: Calendar, random: Random): Duty {
  const startsAt = instantAt(day, rota.fromMinute);
  const endsAt = instantAt(day, rota.toMinute);
  const madeAt = instantAt(monday - 21, 9 * 60);
  // A week opens on the Thursday of the week before last, at noon.
  const signUpFrom = instantAt(monday - 11, 12 * 60);
  const duty = { site, rota, day, monday, startsAt, endsAt, signUpFrom, madeAt, reserved: [] };
  return {
    ...duty,
    id: random.id(startsAt - 30 * DAY),
    night: nightsOf(duty, cityZone, standardPolicy).length > 0,
    target: targetOf(duty, calendar, random.unit()),
  };
}

/** Up to a week ahead everything is covered, some of it fully; beyond, people are still choosing. */
function targetOf(
  { rota, day, signUpFrom }: Pick<Duty, "rota" | "day" | "signUpFrom">,
  { now, today }: Calendar,
  luck: number,
): number {
  if (signUpFrom > now) return 0;
  const { places, minimumCover: floor } = rota;
  if (day <= today + 7) return luck < 0.6 ? floor : luck < 0.85 ? Math.min(places, floor + 1) : places;
  if (luck < 0.15) return 0;
  return luck < 0.4 ? floor - 1 : luck < 0.8 ? floor : Math.min(places, floor + 1);
}

interface Gap {
  readonly inDays: number;
  readonly short: number;
  readonly role: Rota["role"];
}

/** What a coordinator finds open on an ordinary evening: two seats tonight, nine places in the week. */
const gaps: readonly Gap[] = [
  { inDays: 0, short: 2, role: "seat" },
  { inDays: 1, short: 1, role: "post" },
  { inDays: 2, short: 1, role: "supervisor" },
  { inDays: 3, short: 1, role: "post" },
  { inDays: 3, short: 2, role: "seat" },
  { inDays: 5, short: 1, role: "post" },
  { inDays: 5, short: 1, role: "seat" },
];

const sitesPerGap = 12;
const soonest = HOUR / 2;

/** Leaves some shifts of a district short; a larger district has more of them. */
export function leaveGaps(duties: readonly Duty[], sites: number, calendar: Calendar, random: Random): void {
  const rounds = Math.min(10, Math.max(1, Math.round(sites / sitesPerGap)));
  const taken = new Set<Duty>();
  for (let round = 0; round < rounds; round++) {
    for (const { inDays, short, role } of gaps) {
      const span = nightOrDay(inDays, calendar);
      const open = duties.filter(
        (duty) => duty.rota.role === role && startsIn(duty, span) && duty.reserved.length === 0 && !taken.has(duty),
      );
      if (open.length === 0) continue;
      const duty = inDays === 0 ? tonight(open) : random.pick(open);
      duty.target = duty.rota.minimumCover - short;
      taken.add(duty);
    }
  }
}

/** The board's day runs on until six in the morning; what begins within half an hour is left alone. */
function nightOrDay(inDays: number, { now, today }: Calendar): Interval {
  const from = inDays === 0 ? now : instantAt(today + inDays, 6 * 60);
  return { startsAt: Math.max(from, now + soonest), endsAt: instantAt(today + inDays + 1, 6 * 60) };
}

const startsIn = (duty: Duty, span: Interval): boolean => duty.startsAt >= span.startsAt && duty.startsAt < span.endsAt;

/** The evening is when people call: from 20:00 if it is not later yet, else whatever comes next. */
const tonight = (open: readonly Duty[]): Duty => open.find(({ rota }) => rota.fromMinute >= 20 * 60) ?? open[0]!;
