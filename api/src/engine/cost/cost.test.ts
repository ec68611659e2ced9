import { describe, expect, test } from "vitest";
import {
  at,
  busy,
  changping,
  counsellor,
  dongcheng,
  hotlineShift,
  monday,
  tutor,
  tutoring,
} from "../fitness/cases/given.ts";
import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { buildProblem } from "../matching/build.ts";
import { MAX_EDGE_COST } from "../matching/problem.ts";
import { cost, costUnits, partWords, totalCost } from "./cost.ts";
import { type PartName, parts } from "./parts.ts";
import { recordLine } from "./record-line.ts";
import { checkWeights, MAX_COST, standardWeights } from "./weights.ts";

const of = (name: PartName, person: Partial<PersonFacts>, work: Partial<WorkFacts> = {}) => {
  const { parts } = cost({ ...counsellor, ...person }, { ...hotlineShift, ...work }, monday, standardWeights);
  const part = parts.find((it) => it.name === name)!;
  return [part.units, partWords(part, "zh-CN"), partWords(part, "en")];
};
const record = (more: Partial<PersonFacts["record"]>) => ({ record: { ...counsellor.record, ...more } });

describe("each part has its unit and its words", () => {
  test("distance: kilometres from home, nothing on the telephone, ten where one end is not on the map", () => {
    const onSite = { mode: "on_site", place: dongcheng } as const;
    expect(of("distance", { home: changping }, onSite)).toEqual([33, "距离约33公里", "about 33 km away"]);
    expect(of("distance", { home: null }, onSite)).toEqual([10, "距离未知", "distance not known"]);
    expect(of("distance", { home: changping })).toEqual([0, "无须到现场", "no travel"]);
  });

  test("specialism: grades between what is held and what is needed", () => {
    const held = (specialism: string) => ({ skills: [{ skill: "tutoring", level: 3, specialisms: [specialism] }] });
    expect(of("specialism", held("math/junior2"), tutoring)).toEqual([0, "专长对口", "exactly the specialism"]);
    expect(of("specialism", held("math/senior1"), tutoring)).toEqual([2, "专长相差2级", "specialism off by 2"]);
  });

  test("wishes: those of both sides that stay unmet", () => {
    const work = { wishes: { gender: "male", language: "en", firm: [] } } as const;
    expect(of("wish", { wishedSkills: ["translation"] }, work)).toEqual([3, "3项意愿未满足", "3 wishes unmet"]);
    expect(of("wish", { wishedSkills: ["psychology"] })).toEqual([0, "意愿全部满足", "all wishes met"]);
  });

  test("continuity: a new face where somebody has helped before", () => {
    expect(of("continuity", {}, { formerPersonIds: ["person-9"] })).toEqual([
      1,
      "不是上次的志愿者",
      "not the helper from before",
    ]);
    expect(of("continuity", {}, { formerPersonIds: ["person-9", "person-1"] })[0]).toBe(0);
    expect(of("continuity", {})).toEqual([0, "首次服务", "first helper"]);
  });

  test("fairness: hours served in 28 days", () => {
    expect(of("fairness", record({ recentMinutes: 779 }))).toEqual([12, "近28天服务12小时", "12 h in 28 days"]);
  });

  test("waiting: the longer it has waited, the cheaper it is to serve", () => {
    expect(of("waiting", {}, { waitingSince: at("11-18 20:00") })).toEqual([25, "已等待5天", "waiting for 5 days"]);
    expect(of("waiting", {}, { waitingSince: at("09-01 20:00") })[0]).toBe(0);
  });

  test("response: offers likely to be declined; one no does not brand a newcomer", () => {
    expect(of("response", record({ offersMade: 96, offersAccepted: 79 }))).toEqual([18, "接受率82%", "accepts 82%"]);
    expect(of("response", record({ offersMade: 1, offersAccepted: 0 }))[0]).toBe(40);
    expect(of("response", {})).toEqual([25, "尚未收到过邀请", "not asked before"]);
  });
});

test("the total is the sum of units times weights, whole, and the quick total is the same", () => {
  const told = cost(tutor, tutoring, monday, standardWeights);
  expect(told.total).toBe(25 * 3 + 30 * 5);
  expect(told.parts.reduce((sum, { units, weight }) => sum + units * weight, 0)).toBe(told.total);
  expect(costUnits(tutor, tutoring, monday)).toEqual(Object.fromEntries(told.parts.map((it) => [it.name, it.units])));
  expect(totalCost(tutor, tutoring, monday, standardWeights)).toBe(told.total);
});

test("units and weights are what a match problem is built from", () => {
  const { problem } = buildProblem(
    {
      requests: [{ id: tutoring.id, need: 1, urgency: 0 }],
      people: [{ id: tutor.id, capacity: 1 }],
      candidates: [{ requestId: tutoring.id, personId: tutor.id, cost: costUnits(tutor, tutoring, monday) }],
    },
    standardWeights,
  );
  expect([...problem.edgeCost]).toEqual([totalCost(tutor, tutoring, monday, standardWeights)]);
  expect(MAX_COST).toBeLessThanOrEqual(MAX_EDGE_COST);
});

test("no pair costs more than the weights allow, however bad its figures", () => {
  const worst: PersonFacts = {
    ...tutor,
    gender: null,
    languages: [],
    skills: [],
    wishedSkills: ["errand"],
    home: { siteId: null, latitude: -39.9, longitude: -63.6 },
    record: { recentMinutes: 1e9, lastServedAt: null, offersMade: 1e6, offersAccepted: 0 },
  };
  const work: WorkFacts = {
    ...tutoring,
    mode: "on_site",
    place: dongcheng,
    formerPersonIds: ["person-9"],
    waitingSince: monday + 1,
    wishes: { gender: "male", language: "en", firm: [] },
  };
  const most = parts.reduce((sum, { name, maxUnits }) => sum + maxUnits * standardWeights[name], 0);
  const { total, parts: told } = cost(worst, work, monday, standardWeights);
  expect(told.map(({ name, units }) => [name, units])).toEqual(parts.map(({ name, maxUnits }) => [name, maxUnits]));
  expect(total).toBe(most);
  expect(most).toBeLessThanOrEqual(MAX_COST);
});

describe("weights are checked before any work", () => {
  test("the standard ones pass", () => expect(() => checkWeights(standardWeights)).not.toThrow());

  test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("a weight of %p is refused by its name", (weight) => {
    expect(() => checkWeights({ ...standardWeights, fairness: weight })).toThrow(
      new RangeError('Weight "fairness" must be a whole number from 0.'),
    );
  });

  test("together they may not pass what the solver takes", () => {
    expect(() => checkWeights({ ...standardWeights, distance: 10_000 })).toThrow(RangeError);
  });
});

describe("the line under a name", () => {
  test("says when they last served, how full the week is and how often they accept", () => {
    const her = {
      ...counsellor,
      commitments: [busy("11-22 08:00", "11-22 10:00"), busy("11-25 08:00", "11-25 10:00")],
      limits: { ...counsellor.limits, weekDuties: 3 },
      ...record({ lastServedAt: at("11-14 22:00"), offersMade: 50, offersAccepted: 41 }),
    };
    expect(recordLine(her, hotlineShift, monday, "zh-CN")).toBe("上次值班9天前 · 本周1/3班 · 接受率82%");
    expect(recordLine(her, hotlineShift, monday, "en")).toBe(
      "last duty 9 days ago · 1/3 duties this week · accepts 82%",
    );
  });

  test("speaks of the week of the work, and of newcomers without figures", () => {
    expect(recordLine(tutor, tutoring, monday, "zh-CN")).toBe("尚未值过班 · 当周0班 · 尚未收到过邀请");
    const lastNight = { ...counsellor, ...record({ lastServedAt: at("11-22 23:50") }) };
    expect(recordLine(lastNight, hotlineShift, at("11-23 00:10"), "zh-CN")).toMatch(/^昨天值过班 · /);
  });
});
