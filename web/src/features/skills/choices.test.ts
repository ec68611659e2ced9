import { expect, test } from "vitest";
import { atLevel, groupsOf, heldOf, toggled } from "./choices.ts";

const named = (id: string, code: string) => ({ __typename: "Specialism", id, code, name: code }) as const;
const skill = (id: string, code: string, ...specialisms: ReturnType<typeof named>[]) =>
  ({ __typename: "Skill", id, code, name: code, specialisms }) as const;

const tutoring = skill("1", "tutoring", named("7", "math/junior2"), named("8", "math/junior1..junior3"));
const psychology = skill("2", "psychology", named("9", "cbt"));
const translation = skill("3", "translation", named("10", "zh<>en"));
const errand = skill("4", "errand");

test("a subject is offered by its stages, a language by its pair, an approach beside the skill as such", () => {
  const { plain, groups } = groupsOf([tutoring, psychology, translation, errand]);
  expect(plain.map(({ name }) => name)).toEqual(["errand"]);
  expect(groups.map(({ name, choices }) => [name, choices.map((choice) => choice.name)])).toEqual([
    ["tutoring", ["math/junior1..junior3"]],
    ["psychology", ["psychology", "cbt"]],
    ["translation", ["zh<>en"]],
  ]);
});

test("a grade that is on no list survives a change made here", () => {
  const held = heldOf([
    { __typename: "PersonSkill", level: 4, skill: tutoring, specialism: named("7", "math/junior2") },
  ]);
  const [choice] = groupsOf([errand]).plain;
  const after = toggled(held, choice!);
  expect(after.map(({ specialism, level }) => [specialism, level])).toEqual([
    ["7", 4],
    [null, 2],
  ]);
  expect(toggled(after, choice!)).toEqual(held);
  expect(atLevel(held, "1/7", 5)[0]?.level).toBe(5);
});
