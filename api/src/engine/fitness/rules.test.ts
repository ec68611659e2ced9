import { describe, expect, test } from "vitest";
import { abilityCases } from "./cases/ability.ts";
import { counsellor, hotlineShift, monday, type RuleCase, type Situation } from "./cases/given.ts";
import { openCases } from "./cases/open.ts";
import { personCases } from "./cases/person.ts";
import { reachCases } from "./cases/reach.ts";
import { timeCases } from "./cases/time.ts";
import { fit, fits } from "./fit.ts";
import { type ReasonCode, rules } from "./rules.ts";
import { sentence, shortSentence } from "./sentence.ts";
import type { Naming } from "./speech.ts";

// A rule without its case does not compile here; the first test says so in words as well.
const cases: Record<ReasonCode, RuleCase> = {
  ...openCases,
  ...personCases,
  ...abilityCases,
  ...reachCases,
  ...timeCases,
};

/** Names that the product keeps as data. */
const naming: Naming = (code, locale) =>
  code === "protection" ? (locale === "en" ? "protection" : "防护培训") : undefined;

const judge = ({ person, work, now = monday, ask = "coordinator" }: Situation) =>
  [{ ...counsellor, ...person }, { ...hotlineShift, ...work }, now, ask] as const;

test("every rule has somebody it lets pass and somebody it refuses, and no case is without a rule", () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ code }) => code).sort());
});

describe.each(rules.map(({ code }) => code))("%s", (code) => {
  const { passes, refuses, facts } = cases[code];

  test("lets pass whoever satisfies it", () => {
    expect(fit(...judge(passes))).toEqual([]);
    expect(fits(...judge(passes))).toBe(true);
  });

  test("alone refuses whoever does not, and says by which facts", () => {
    expect(fit(...judge(refuses))).toEqual([{ code, facts }]);
    expect(fits(...judge(refuses))).toBe(false);
  });

  test("speaks both languages, in full and short enough for a slot's cell", () => {
    const [chinese, english] = [sentence({ code, facts }, "zh-CN", naming), sentence({ code, facts }, "en", naming)];
    expect(chinese).toMatch(/^[^a-z]*\p{Script=Han}[^a-z]*。$/u);
    expect(english).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u);
    expect(chinese + english).not.toMatch(/undefined|NaN|\[object/);
    expect([...shortSentence({ code, facts }, "zh-CN", naming)].length).toBeLessThanOrEqual(10);
    expect(shortSentence({ code, facts }, "en", naming).length).toBeLessThanOrEqual(24);
  });
});

test("only wishes, load and rest may be set aside by a coordinator", () => {
  expect(rules.filter(({ overridable }) => overridable).map(({ code }) => code)).toEqual([
    "MODE_NOT_OFFERED",
    "DISTRICT_NOT_SERVED",
    "TRAVEL_TOO_FAR",
    "FIRM_WISH_NOT_MET",
    "TOO_MANY_ASSIGNMENTS",
    "NOT_AVAILABLE",
    "TRAVEL_TIME_TOO_SHORT",
    "REST_TOO_SHORT",
    "CONTINUOUS_DUTY_TOO_LONG",
    "DAY_MINUTES_EXCEEDED",
    "WEEK_MINUTES_EXCEEDED",
    "WEEK_DUTIES_EXCEEDED",
    "TOO_MANY_NIGHTS_IN_A_ROW",
  ]);
});
