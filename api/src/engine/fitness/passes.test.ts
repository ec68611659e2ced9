import { expect, test } from "vitest";
import { busy, counsellor, hotlineShift, monday, shiftAt, span } from "./cases/given.ts";
import { passes, passWords } from "./passes.ts";
import type { PersonFacts } from "./person.ts";
import type { WorkFacts } from "./work.ts";

const chips = (person: Partial<PersonFacts>, work: Partial<WorkFacts> = {}) => {
  const passed = passes({ ...counsellor, ...person }, { ...hotlineShift, ...work }, monday, "coordinator");
  return [passed.map((it) => passWords(it, "zh-CN")), passed.map((it) => passWords(it, "en"))];
};

test("what is right is said in chips: credentials, free, rested", () => {
  expect(chips({ commitments: [busy("11-28 00:00", "11-28 02:00")] })).toEqual([
    ["资质", "空闲", "休息18小时"],
    ["credentials", "free", "rest 18 h"],
  ]);
});

test("rest that is only just enough says so; with no duty within a week there is no figure", () => {
  const night = shiftAt(span("11-28 13:00", "11-28 15:00"));
  expect(chips({ commitments: [busy("11-28 00:00", "11-28 02:00")] }, night)[0]).toEqual([
    "资质",
    "空闲",
    "休息刚满11小时",
  ]);
  expect(chips({})[0]).toEqual(["资质", "空闲", "休息充足"]);
  expect(chips({ commitments: [busy("11-28 18:00", "11-28 20:00")] })[0]).toEqual(["资质", "空闲", "紧接前后班"]);
});

test("what is wrong gives no chip, and work without credentials none for them", () => {
  expect(chips({ credentials: [], commitments: [busy("11-28 21:00", "11-28 23:00")] })[0]).toEqual(["紧接前后班"]);
  expect(chips({}, { credentials: [] })[1]).toEqual(["free", "well rested"]);
});
