import type { Policy } from "./policy.ts";

/**
 * Specialisms are written as
 *   `math/junior2`             subject and grade        `math/primary1..junior3`  a range of grades
 *   `math`                     the subject, any grade   `zh>en`  one direction    `zh<>en`  both
 *   `cbt`                      anything else: an approach, a machine; equal or not
 * Grades: kindergarten, primary1–6, junior1–3, senior1–3. A stage alone (`junior`) is all its years.
 */
const stages: Readonly<Record<string, readonly [first: number, last: number]>> = {
  kindergarten: [0, 0],
  primary: [1, 6],
  junior: [7, 9],
  senior: [10, 12],
};

type Grades = readonly [first: number, last: number];

/**
 * How far a held specialism is from the one needed: 0 is exactly it, null does not serve at all. In between are
 * grades outside those named, as far as the policy lets a tutor go, and 1 for a subject without a grade.
 */
export function specialismGap(held: string, needed: string, policy: Policy): number | null {
  if (held === needed) return 0;
  const known = gapsTo(needed, policy);
  const gap = known.get(held);
  if (gap !== undefined) return gap;
  const found = gapBetween(held, needed, policy);
  known.set(held, found);
  return found;
}

const gaps = new WeakMap<Policy, Map<string, Map<string, number | null>>>();

/** Gaps already worked out. A city knows a few hundred specialisms, and asks for each of them a million times. */
function gapsTo(needed: string, policy: Policy): Map<string, number | null> {
  const ofPolicy = gaps.get(policy) ?? new Map<string, Map<string, number | null>>();
  gaps.set(policy, ofPolicy);
  const known = ofPolicy.get(needed) ?? new Map<string, number | null>();
  ofPolicy.set(needed, known);
  return known;
}

function gapBetween(held: string, needed: string, policy: Policy): number | null {
  if (needed.includes(">")) return servesPair(held, needed) ? 0 : null;
  const [heldSubject, heldGrades] = held.split("/");
  const [neededSubject, neededGrades] = needed.split("/");
  if (heldSubject !== neededSubject) return null;
  if (neededGrades === undefined) return 0;
  if (heldGrades === undefined) return 1;
  return gradeGap(gradesOf(heldGrades), gradesOf(neededGrades), policy);
}

/** The smallest gap among all that a person holds. */
export function leastGap(held: readonly string[], needed: string, policy: Policy): number | null {
  let least: number | null = null;
  for (const one of held) {
    const gap = specialismGap(one, needed, policy);
    if (gap !== null && (least === null || gap < least)) least = gap;
  }
  return least;
}

const servesPair = (held: string, needed: string): boolean => {
  if (!held.includes("<>")) return false;
  const [a, b] = held.split("<>");
  const [from, to] = needed.split(needed.includes("<>") ? "<>" : ">");
  return (a === from && b === to) || (a === to && b === from);
};

function gradeGap(held: Grades | null, needed: Grades | null, policy: Policy): number | null {
  if (!held || !needed) return null;
  const below = Math.max(0, held[0] - needed[0]);
  const above = Math.max(0, needed[1] - held[1]);
  return below <= policy.gradesBelow && above <= policy.gradesAbove ? below + above : null;
}

function gradesOf(text: string): Grades | null {
  const [from, to] = text.split("..");
  const first = gradeRange(from ?? "");
  const last = to === undefined ? first : gradeRange(to);
  return first && last ? [first[0], last[1]] : null;
}

function gradeRange(text: string): Grades | null {
  const [, stage = "", year] = /^([a-z]+)(\d)?$/.exec(text) ?? [];
  const range = stages[stage];
  if (!range) return null;
  if (year === undefined) return range;
  const grade = range[0] + Number(year) - 1;
  return grade >= range[0] && grade <= range[1] ? [grade, grade] : null;
}
