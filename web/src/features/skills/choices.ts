import type { MySkillsQuery, OwnSkillFragment } from "./skills.generated.ts";

type Skill = MySkillsQuery["skills"][number];

/** One thing that can be offered: a skill as such (`specialism` null), or what it is about. */
export type Choice = { key: string; skill: string; specialism: string | null; name: string };
export type Held = Choice & { /** 1 (can help) to 5 (can teach others). */ level: number };
export type Group = { skill: string; name: string; choices: readonly Choice[] };

/** What somebody starts with who has only said that they can. */
export const firstLevel = 2;
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

const keyOf = (skill: string, specialism: string | null): string => `${skill}/${specialism ?? ""}`;
const asSuch = ({ id, name }: Skill): Choice => ({ key: keyOf(id, null), skill: id, specialism: null, name });

/** A subject through a whole stage of school, as a tutor thinks of it: `math/junior1..junior3`. */
const isStage = (code: string): boolean =>
  /^\w+\/(primary1\.\.primary6|junior1\.\.junior3|senior1\.\.senior3)$/.test(code);

/** What is one thing each, then what is chosen in detail. */
export function groupsOf(skills: readonly Skill[]): { plain: readonly Choice[]; groups: readonly Group[] } {
  const detailed = skills.filter(({ specialisms }) => specialisms.length > 0);
  return {
    plain: skills.filter(({ specialisms }) => specialisms.length === 0).map(asSuch),
    groups: detailed.map((skill) => ({ skill: skill.id, name: skill.name, choices: choicesOf(skill) })),
  };
}

/** Subjects are offered by stage, languages by pair. An approach may be left open: the skill as such counts too. */
function choicesOf(skill: Skill): readonly Choice[] {
  const stages = skill.specialisms.filter(({ code }) => isStage(code));
  const shown = stages.length > 0 ? stages : skill.specialisms;
  const choices = shown.map(({ id, name }) => ({ key: keyOf(skill.id, id), skill: skill.id, specialism: id, name }));
  const mustBeNamed = shown.some(({ code }) => /[/>]/.test(code));
  return mustBeNamed ? choices : [asSuch(skill), ...choices];
}

/** As the server keeps it; a grade or a wider range that is on no list here stays as it is. */
export const heldOf = (skills: readonly OwnSkillFragment[]): readonly Held[] =>
  skills.map(({ skill, specialism, level }) => ({
    key: keyOf(skill.id, specialism?.id ?? null),
    skill: skill.id,
    specialism: specialism?.id ?? null,
    name: specialism?.name ?? skill.name,
    level,
  }));

export const toggled = (held: readonly Held[], choice: Choice): readonly Held[] =>
  held.some(({ key }) => key === choice.key)
    ? held.filter(({ key }) => key !== choice.key)
    : [...held, { ...choice, level: firstLevel }];

export const atLevel = (held: readonly Held[], key: string, level: number): readonly Held[] =>
  held.map((one) => (one.key === key ? { ...one, level } : one));
