import { at, busy, counsellor, type RuleCase, shiftAt, span, tutor, tutoring } from "./given.ts";

const timeZone = "Asia/Shanghai";
const limits = (own: Partial<(typeof counsellor)["limits"]>) => ({ limits: { ...counsellor.limits, ...own } });
const weekly = (weekday: number, fromMinute: number, toMinute: number) => ({
  availability: { timeZone, weekly: [{ weekday, fromMinute, toMinute }], exceptions: [] },
});
const night = shiftAt(span("11-28 22:00", "11-29 02:00"));
const nights = (...days: number[]) => ({
  commitments: days.map((day) => busy(`11-${day} 22:00`, `11-${day + 1} 02:00`)),
});
const held = (...standing: boolean[]) => standing.map((it, i) => ({ workId: `held-${i}`, standing: it }));

export const timeCases = {
  NOT_AVAILABLE: {
    passes: { person: weekly(6, 1200, 1320) },
    refuses: { person: weekly(6, 1200, 1319) },
    facts: { stated: true },
  },
  TIME_OVERLAP: {
    passes: { person: { commitments: [busy("11-28 19:00", "11-28 20:00"), busy("11-28 22:00", "11-28 23:00")] } },
    refuses: { person: { commitments: [busy("11-28 21:30", "11-28 22:30")] } },
    facts: {
      allTaken: false,
      overlapMinutes: 30,
      startsAt: at("11-28 21:30"),
      endsAt: at("11-28 22:30"),
      timeZone,
    },
  },
  REST_TOO_SHORT: {
    passes: { person: { commitments: [busy("11-29 13:00", "11-29 15:00")] }, work: night },
    refuses: { person: { commitments: [busy("11-29 12:59", "11-29 15:00")] }, work: night },
    facts: { side: "after", restMinutes: 659, neededMinutes: 660, freeFrom: at("11-29 13:00"), timeZone },
  },
  CONTINUOUS_DUTY_TOO_LONG: {
    passes: { person: { commitments: [busy("11-28 18:00", "11-28 20:00")] } },
    refuses: { person: { commitments: [busy("11-28 17:59", "11-28 20:00")] } },
    facts: { runMinutes: 241, limitMinutes: 240 },
  },
  DAY_MINUTES_EXCEEDED: {
    passes: { person: { ...limits({ dayMinutes: 240 }), commitments: [busy("11-28 08:00", "11-28 10:00")] } },
    refuses: { person: { ...limits({ dayMinutes: 239 }), commitments: [busy("11-28 08:00", "11-28 10:00")] } },
    facts: { minutes: 240, limitMinutes: 239, startsAt: at("11-28 00:00"), timeZone },
  },
  WEEK_MINUTES_EXCEEDED: {
    // The Sunday before belongs to another ISO week.
    passes: { person: { ...limits({ weekMinutes: 180 }), commitments: [busy("11-22 08:00", "11-22 10:00")] } },
    refuses: { person: { ...limits({ weekMinutes: 180 }), commitments: [busy("11-23 08:00", "11-23 10:00")] } },
    facts: { minutes: 240, limitMinutes: 180, startsAt: at("11-23 00:00"), timeZone },
  },
  WEEK_DUTIES_EXCEEDED: {
    passes: { person: { ...limits({ weekDuties: 2 }), commitments: [busy("11-23 08:00", "11-23 10:00")] } },
    refuses: { person: { ...limits({ weekDuties: 1 }), commitments: [busy("11-23 08:00", "11-23 10:00")] } },
    facts: { duties: 2, limit: 1, startsAt: at("11-23 00:00"), timeZone },
  },
  TOO_MANY_NIGHTS_IN_A_ROW: {
    passes: { person: nights(24, 26, 27), work: night },
    refuses: { person: nights(25, 26, 27), work: night },
    facts: { nights: 4, limit: 3 },
  },
  TOO_MANY_ASSIGNMENTS: {
    // Shifts do not count, and do not meet this limit.
    passes: {
      person: { ...tutor, ...limits({ assignmentsAtOnce: 2 }), assignments: held(true, false) },
      work: tutoring,
    },
    refuses: {
      person: { ...tutor, ...limits({ assignmentsAtOnce: 2 }), assignments: held(true, true) },
      work: tutoring,
    },
    facts: { held: 2, limit: 2 },
  },
  EXPOSURE_SEPARATION: {
    passes: { person: { commitments: [busy("11-14 18:00", "11-14 20:00", { exposure: "high" })] } },
    refuses: { person: { commitments: [busy("11-14 18:00", "11-14 20:01", { exposure: "high" })] } },
    facts: { days: 14, side: "before", freeFrom: at("11-28 20:01"), timeZone },
  },
} satisfies Record<string, RuleCase>;
