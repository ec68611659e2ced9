import { expect, test } from "vitest";
import { type Asked, problemsOf } from "./rules.ts";

/** Wednesday 25 November 2026, 12:00 in Beijing. */
const now = new Date("2026-11-25T04:00:00Z");
const good: Asked = {
  kind: "tutoring",
  forWhom: "resident",
  district: "105",
  mode: "online",
  urgency: 1,
  skill: "2",
  subjects: ["1"],
  grade: "junior2",
  weekly: [{ weekday: 6, fromMinute: 540, toMinute: 720 }],
  sessionsPerWeek: 1,
  sessionMinutes: 90,
  fromOn: null,
  untilOn: null,
  genderWish: null,
  language: null,
  note: null,
  consent: true,
};
const found = (given: Partial<Asked>) =>
  problemsOf({ ...good, ...given }, now).map(({ code, path }) => [code, path?.[0]]);

test("what a family usually fills in has nothing wrong", () => {
  expect(found({})).toEqual([]);
  expect(
    found({ fromOn: "2026-11-25", untilOn: "2026-11-25", language: "yue", genderWish: "female", note: "请慢一点" }),
  ).toEqual([]);
  expect(found({ kind: "errand", subjects: [], grade: null })).toEqual([]);
});

test.each<[Partial<Asked>, string, string]>([
  [{ consent: false }, "CONSENT_MISSING", "consent"],
  [{ urgency: 4 }, "OUT_OF_RANGE", "urgency"],
  [{ sessionsPerWeek: 0 }, "OUT_OF_RANGE", "sessionsPerWeek"],
  [{ sessionMinutes: 10 }, "OUT_OF_RANGE", "sessionMinutes"],
  [{ subjects: [] }, "SUBJECT_MISSING", "subjects"],
  [{ subjects: ["1", "1"] }, "CHOICE_INVALID", "subjects"],
  [{ subjects: ["1", "2", "3", "4", "5", "6"] }, "OUT_OF_RANGE", "subjects"],
  [{ grade: "junior4" }, "CHOICE_INVALID", "grade"],
  [{ weekly: [] }, "WINDOWS_MISSING", "weekly"],
  [{ weekly: [{ weekday: 8, fromMinute: 0, toMinute: 60 }] }, "WINDOW_INVALID", "weekly"],
  [{ weekly: [{ weekday: 1, fromMinute: 600, toMinute: 600 }] }, "WINDOW_INVALID", "weekly"],
  [{ weekly: [{ weekday: 1, fromMinute: 600, toMinute: 1_441 }] }, "WINDOW_INVALID", "weekly"],
  [{ sessionsPerWeek: 3 }, "WINDOWS_TOO_SHORT", "weekly"],
  [{ untilOn: "2026-11-24" }, "TIME_PAST", "untilOn"],
  [{ fromOn: "2026-12-02", untilOn: "2026-12-01" }, "TIME_ORDER", "untilOn"],
  [{ fromOn: "2028-01-01" }, "DAY_TOO_FAR", "fromOn"],
  [{ untilOn: "2028-01-01" }, "DAY_TOO_FAR", "untilOn"],
  [{ genderWish: "any" }, "CHOICE_INVALID", "genderWish"],
  [{ language: "普通话" }, "CHOICE_INVALID", "language"],
  [{ note: "字".repeat(121) }, "TOO_LONG", "note"],
  [{ note: "13800138000" }, "NOTE_HAS_CONTACT", "note"],
])("%j is refused", (given, code, path) => expect(found(given)).toEqual([[code, path]]));

test("everything that is wrong is said at once", () => {
  expect(found({ consent: false, urgency: -1, weekly: [] })).toEqual([
    ["CONSENT_MISSING", "consent"],
    ["OUT_OF_RANGE", "urgency"],
    ["WINDOWS_MISSING", "weekly"],
  ]);
});
