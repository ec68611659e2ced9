import type { FlexibleTime, WeeklyTime, WorkFacts } from "./work.ts";

/** Something that whoever asks could give way on, from the least to the most that is asked of them. */
export const relaxationKinds = ["hours", "weekday", "language", "gender", "sessions", "mode"] as const;
export type RelaxationKind = (typeof relaxationKinds)[number];

/** The same work with one thing given way on. */
export interface Variant {
  readonly kind: RelaxationKind;
  /** Weekday 1–7 · language or gender code · sessions a week · mode; empty for hours. */
  readonly value: string;
  readonly work: WorkFacts;
}

/** Hours that most families can bear: 08:00 to 21:00. */
const WIDE_HOURS = { fromMinute: 8 * 60, toMinute: 21 * 60 };

/** Every single step away from the work as it is. Shifts do not move: their time is no matter of taste. */
export function variants(work: WorkFacts): Variant[] {
  return [...timeVariants(work), ...wishVariants(work), ...modeVariants(work)];
}

function timeVariants(work: WorkFacts): Variant[] {
  const { time } = work;
  if (time.kind === "dated" || time.windows.length === 0) return [];
  const days = new Set(time.windows.map((w) => w.weekday));
  const fromMinute = Math.min(...time.windows.map((w) => w.fromMinute));
  const toMinute = Math.max(...time.windows.map((w) => w.toMinute));
  const wider = [...days].map((weekday) => ({ weekday, ...WIDE_HOURS }));
  const found: Variant[] = [{ kind: "hours", value: "", work: withWindows(work, time, wider) }];
  for (let weekday = 1; weekday <= 7; weekday++) {
    if (days.has(weekday)) continue;
    const added = [{ weekday, fromMinute, toMinute }];
    found.push({ kind: "weekday", value: `${weekday}`, work: withWindows(work, time, added) });
  }
  if (time.kind === "weekly" && time.sessionsPerWeek > 1) {
    const fewer = time.sessionsPerWeek - 1;
    found.push({ kind: "sessions", value: `${fewer}`, work: { ...work, time: { ...time, sessionsPerWeek: fewer } } });
  }
  return found;
}

const withWindows = (work: WorkFacts, time: WeeklyTime | FlexibleTime, added: WeeklyTime["windows"]): WorkFacts => ({
  ...work,
  time: { ...time, windows: [...time.windows, ...added] },
});

function wishVariants(work: WorkFacts): Variant[] {
  return work.wishes.firm.map((kind) => ({
    kind,
    value: work.wishes[kind] ?? "",
    work: { ...work, wishes: { ...work.wishes, firm: work.wishes.firm.filter((other) => other !== kind) } },
  }));
}

const modeVariants = (work: WorkFacts): Variant[] =>
  work.otherModes.map((mode) => ({ kind: "mode", value: mode, work: { ...work, mode } }));
