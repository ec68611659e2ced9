/** The pattern that makes the shifts of one site. Minutes of the day on the city's clocks; weekdays 1 (Monday) to 7. */
export interface Rota {
  readonly role: "seat" | "supervisor" | "post";
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly weekdays: readonly number[];
  readonly places: number;
  readonly minimumCover: number;
  readonly picking: "claim" | "apply";
  readonly mode: "on_site" | "phone";
  readonly skill: string | null;
  readonly level: number;
  readonly credentials: readonly string[];
  readonly exposure: "none" | "low";
}

const daily = [1, 2, 3, 4, 5, 6, 7];
const listening = ["psychological_counsellor", "training:hotline"];

type Hours = readonly [from: number, to: number];

function seat([from, to]: Hours, places: number): Rota {
  return { ...line([from, to]), role: "seat", places, minimumCover: 2, level: 1 };
}

const supervisor = (hours: Hours): Rota => ({
  ...line(hours),
  role: "supervisor",
  places: 1,
  minimumCover: 1,
  level: 4,
});

const line = ([from, to]: Hours) =>
  ({
    fromMinute: from * 60,
    toMinute: to * 60,
    weekdays: daily,
    picking: "claim",
    mode: "phone",
    skill: "psychology",
    credentials: listening,
    exposure: "none",
  }) as const;

const post = ([from, to]: Hours, weekdays: readonly number[], skill: string | null): Rota => ({
  role: "post",
  fromMinute: from * 60,
  toMinute: to * 60,
  weekdays,
  places: 3,
  minimumCover: 2,
  picking: "claim",
  mode: "on_site",
  skill,
  level: 1,
  credentials: [],
  exposure: "none",
});

const twoHours = (from: number, to: number): Hours[] =>
  Array.from({ length: (to - from) / 2 }, (_, slot) => [from + 2 * slot, from + 2 * slot + 2] as const);

/** Day and night. A night is two shifts, because nobody listens for more than four hours on end. */
export const wholeDayLine: readonly Rota[] = [
  ...twoHours(8, 24).map((hours) => seat(hours, hours[0] < 10 || hours[0] >= 22 ? 3 : 4)),
  seat([0, 4], 2),
  seat([4, 8], 2),
  ...([0, 4, 8, 12, 16, 20] as const).map((from) => supervisor([from, from + 4])),
];

export const eveningLine: readonly Rota[] = [seat([18, 20], 3), seat([20, 22], 3), supervisor([18, 22])];

export const gate = (skill: string | null): readonly Rota[] =>
  ([7, 11, 15] as const).map((from) => post([from, from + 4], daily, skill));

/** Showing the way at a hospital: people apply, and the coordinator chooses. */
export const hospitalDesk: readonly Rota[] = ([8, 12] as const).map((from) => ({
  ...post([from, from + 4], [1, 2, 3, 4, 5], "information_registration"),
  picking: "apply",
  exposure: "low",
}));

export const weekendCleaning: readonly Rota[] = [
  { ...post([9, 12], [6, 7], "disinfection"), places: 4, picking: "apply" },
];

/** Duties in a week at full minimum cover. */
export const weeklyDuties = (rotas: readonly Rota[]): number =>
  rotas.reduce((sum, { weekdays, minimumCover }) => sum + weekdays.length * minimumCover, 0);
