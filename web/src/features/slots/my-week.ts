import type { MyWeekQuery } from "./slots.generated.ts";

export type Duty = {
  shifts: number;
  minutes: number;
  /** The person's own limit of minutes a week; 0 while unknown. */
  limit: number;
  /** Milliseconds from the end of the last duty before this moment; `undefined` when the week has none. */
  before: (at: string) => number | undefined;
};

/** What the shown week asks of the person so far, in shifts. */
export function dutyOf(mine: MyWeekQuery | undefined): Duty {
  const shifts = shiftsOf(mine);
  const total = shifts.reduce((sum, shift) => sum + lengthOf(shift), 0);
  return {
    shifts: shifts.length,
    minutes: total / 60_000,
    limit: mine?.viewer?.person.load?.weekLimitMinutes ?? 0,
    before(at) {
      const ends = shifts.map(({ endsAt }) => Date.parse(endsAt)).filter((end) => end <= Date.parse(at));
      return ends.length > 0 ? Date.parse(at) - Math.max(...ends) : undefined;
    },
  };
}

export type OwnShift = { assignment: string; startsAt: string; endsAt: string; title: string; releasing: boolean };

/** The person's shifts of the week at any site; lessons are not given back here. */
export function shiftsOf(mine: MyWeekQuery | undefined): readonly OwnShift[] {
  return (mine?.mySchedule.edges ?? []).flatMap(({ node: { id, shift, releasingSince } }) =>
    shift
      ? [
          {
            assignment: id,
            startsAt: shift.startsAt,
            endsAt: shift.endsAt,
            title: shift.title,
            releasing: releasingSince !== null,
          },
        ]
      : [],
  );
}

/** In milliseconds. */
export const lengthOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number =>
  Date.parse(endsAt) - Date.parse(startsAt);

/** `4`, `2.5` */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
