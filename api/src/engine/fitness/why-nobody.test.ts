import { describe, expect, test } from "vitest";
import { busy, counsellor, hotlineShift, monday, tutor, tutoring } from "./cases/given.ts";
import type { PersonFacts } from "./person.ts";
import { relaxationWords } from "./relaxation-words.ts";
import { whyNobody } from "./why-nobody.ts";
import type { WorkFacts } from "./work.ts";

const person = (id: string, more: Partial<PersonFacts> = {}): PersonFacts => ({ ...tutor, id, ...more });
const only = (weekday: number, fromMinute = 1140, toMinute = 1260): Partial<PersonFacts> => ({
  availability: { timeZone: "Asia/Shanghai", weekly: [{ weekday, fromMinute, toMinute }], exceptions: [] },
});
const why = (people: readonly PersonFacts[], work: Partial<WorkFacts> = {}, busyElsewhere: string[] = []) =>
  whyNobody({ ...tutoring, ...work }, people, monday, new Set(busyElsewhere));
const told = (people: readonly PersonFacts[], work: Partial<WorkFacts> = {}) =>
  why(people, work).relaxations.map((it) => [it.kind, it.value, it.personIds.length]);

test("the funnel counts each person out once, at the first step that they fail", () => {
  const people = [
    person("no-skill", { skills: [], availability: { ...tutor.availability, weekly: [] } }),
    person("unlicensed", { credentials: [] }),
    person("never-free", { credentials: counsellor.credentials, ...only(6) }),
    person("taken", {
      credentials: counsellor.credentials,
      commitments: [busy("12-01 19:00", "12-01 21:00"), busy("12-03 19:00", "12-03 21:00")],
    }),
    person("not-online", { credentials: counsellor.credentials, modes: ["phone"] }),
    person("on-other-work", { credentials: counsellor.credentials }),
    person("spare", { credentials: counsellor.credentials }),
  ];
  const { candidates, funnel, aboutWork } = why(people, { credentials: ["psychological_counsellor"] }, [
    "on-other-work",
  ]);
  expect(aboutWork).toEqual([]);
  expect(candidates).toBe(7);
  expect(funnel).toEqual([
    { step: "skill", left: 6, lost: 1 },
    { step: "credential", left: 5, lost: 1 },
    { step: "person", left: 5, lost: 0 },
    { step: "free", left: 3, lost: 2 },
    { step: "rest", left: 3, lost: 0 },
    { step: "load", left: 3, lost: 0 },
    { step: "reach", left: 2, lost: 1 },
    { step: "wish", left: 2, lost: 0 },
    { step: "spare", left: 1, lost: 1 },
  ]);
});

describe("what would help, least asked for first", () => {
  test("another weekday, by the number of people it brings", () => {
    const people = [person("a", only(6)), person("b", only(6)), person("c", only(6)), person("d", only(7))];
    const once = { ...tutoring.time, sessionsPerWeek: 1 } as WorkFacts["time"];
    const { relaxations } = why(people, { time: once });
    expect(relaxations.map((it) => [it.kind, it.value, it.personIds.length])).toEqual([
      ["weekday", "6", 3],
      ["weekday", "7", 1],
      ["exception", "NOT_AVAILABLE", 4],
    ]);
    expect(relaxationWords(relaxations[0]!, "zh-CN")).toBe("若周六也可以，有3人合适");
    expect(relaxationWords(relaxations[0]!, "en")).toBe("With Saturday allowed, 3 people fit");
    expect(relaxationWords(relaxations[1]!, "en")).toBe("With Sunday allowed, 1 person fits");
    expect(relaxationWords(relaxations[2]!, "zh-CN")).toBe("若对“不在空闲时间”破例，有4人合适");
  });

  test("longer hours on the same days come before other days", () => {
    expect(told([person("a", only(2, 540, 720))])).toEqual([
      ["hours", "", 1],
      ["exception", "NOT_AVAILABLE", 1],
    ]);
  });

  test("fewer sessions a week", () => {
    expect(told([person("a", only(2, 1140, 1200))])[0]).toEqual(["sessions", "1", 1]);
  });

  test("a firm wish, and another mode where the work could be done so", () => {
    const wishes = { gender: "male", language: "en", firm: ["gender", "language"] } as const;
    expect(told([person("a", { languages: ["zh", "en"] })], { wishes })).toEqual([
      ["gender", "male", 1],
      ["exception", "FIRM_WISH_NOT_MET", 1],
    ]);
    expect(told([person("a", { gender: "male" })], { wishes })[0]).toEqual(["language", "en", 1]);
    const byPhone = person("a", { modes: ["phone"] });
    expect(told([byPhone], { otherModes: ["phone"] })[0]).toEqual(["mode", "phone", 1]);
    expect(told([byPhone])).toEqual([["exception", "MODE_NOT_OFFERED", 1]]);
  });

  test("never a credential, a skill or an overlap", () => {
    const taken = [busy("12-01 19:00", "12-01 21:00"), busy("12-03 19:00", "12-03 21:00")];
    const people = [
      person("a", { skills: [] }),
      person("c", { credentials: [] }),
      person("b", { commitments: taken, availability: only(2).availability! }),
    ];
    expect(told(people, { credentials: ["psychological_counsellor"] })).toEqual([]);
  });

  test("nobody whom the plan needs elsewhere is promised", () => {
    expect(why([person("a", only(6))], {}, ["a"]).relaxations).toEqual([]);
  });
});

test("what stands against the work itself is told instead of relaxations", () => {
  const { aboutWork, relaxations } = whyNobody(
    { ...hotlineShift, state: "cancelled" },
    [counsellor, { ...counsellor, id: "b", availability: { ...counsellor.availability, weekly: [] } }],
    monday,
    new Set(),
  );
  expect(aboutWork).toEqual([{ code: "WORK_CANCELLED", facts: {} }]);
  expect(relaxations).toEqual([]);
});
