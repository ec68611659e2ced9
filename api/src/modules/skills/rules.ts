import type { Problem } from "../../kernel/refusal.ts";
import { today } from "../people/rules.ts";
import type { CredentialRow } from "./credential.ts";
import type { SpecialismRow } from "./skill.ts";

export interface ClaimedSkill {
  readonly skill: string;
  readonly specialism: string | null;
  /** 1 (can help) to 5 (can teach others). */
  readonly level: number;
}

const mostSkills = 50;
const problem = (code: string, path: readonly string[], facts: Problem["facts"] = {}): Problem => ({
  code,
  path,
  facts,
});

export function skillProblems(
  claimed: readonly ClaimedSkill[],
  skills: ReadonlyMap<number, unknown>,
  specialisms: ReadonlyMap<number, Pick<SpecialismRow, "skillId">>,
): Problem[] {
  if (claimed.length > mostSkills) return [problem("TOO_MANY_ITEMS", ["skills"], { most: mostSkills })];
  const seen = new Set<string>();
  return claimed.flatMap(({ skill, specialism, level }, i) => {
    const at = (name: string) => ["skills", String(i), name];
    if (!skills.has(Number(skill))) return [problem("NOT_FOUND", at("skill"))];
    if (specialism !== null && specialisms.get(Number(specialism))?.skillId !== Number(skill))
      return [problem("NOT_FOUND", at("specialism"))];
    if (!(level >= 1 && level <= 5)) return [problem("OUT_OF_RANGE", at("level"), { least: 1, most: 5 })];
    const key = `${Number(skill)}/${Number(specialism ?? 0)}`;
    if (seen.has(key)) return [problem("SKILL_TWICE", at("skill"))];
    seen.add(key);
    return [];
  });
}

export interface NewCredential {
  readonly kind: string;
  readonly issuer: string;
  readonly number: string | null;
  readonly validFrom: string;
  readonly validUntil: string;
}

const knownKind = /^[a-z][a-z0-9_]{0,39}(:[a-z0-9_-]{1,40})?$/;
const longestIssuer = 120;
const longestNumber = 60;
const longestYears = 50;

export function newCredentialProblems(given: NewCredential, now: Date): Problem[] {
  const problems: Problem[] = [];
  if (!knownKind.test(given.kind)) problems.push(problem("KIND_INVALID", ["kind"]));
  if (given.issuer.trim() === "") problems.push(problem("REQUIRED", ["issuer"]));
  if (given.issuer.trim().length > longestIssuer)
    problems.push(problem("TOO_LONG", ["issuer"], { most: longestIssuer }));
  if ((given.number?.trim().length ?? 0) > longestNumber)
    problems.push(problem("TOO_LONG", ["number"], { most: longestNumber }));
  const years = Number(given.validUntil.slice(0, 4)) - Number(given.validFrom.slice(0, 4));
  if (given.validUntil < given.validFrom || years > longestYears)
    problems.push(problem("VALIDITY_INVALID", ["validUntil"]));
  else if (given.validUntil < today(now)) problems.push(problem("TIME_PAST", ["validUntil"]));
  return problems;
}

/** Why somebody may not check a credential now; none: may. */
export function checkProblems(
  credential: Pick<CredentialRow, "state" | "personId" | "firstCheckerId" | "validUntil">,
  checkerId: string,
  now: Date,
): Problem[] {
  if (credential.state !== "submitted") return [problem("CREDENTIAL_STATE", ["credential"])];
  if (credential.personId === checkerId) return [problem("CHECKER_IS_HOLDER", ["credential"])];
  if (credential.firstCheckerId === checkerId) return [problem("CHECKER_SAME", ["credential"])];
  return credential.validUntil < today(now) ? [problem("CREDENTIAL_PAST", ["credential"])] : [];
}

const longestReason = 500;

/** A reason that must be given; the path says where it is missing. */
export function reasonProblems(reason: string | null): Problem[] {
  const text = reason?.trim() ?? "";
  if (text === "") return [problem("REASON_REQUIRED", ["reason"])];
  return text.length > longestReason ? [problem("TOO_LONG", ["reason"], { most: longestReason })] : [];
}
