import { refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { replaceSkills } from "./held-skills.ts";
import { type ClaimedSkill, skillProblems } from "./rules.ts";
import { skillsById, specialismsById } from "./store.ts";

/** Says anew what the viewer can do. What needs proof is a credential, which two people check. */
export async function setSkills(ctx: Signed, claimed: readonly ClaimedSkill[]): Promise<void> {
  const skills = await skillsById(ctx, ids(claimed.map(({ skill }) => skill)));
  const specialisms = await specialismsById(ctx, ids(claimed.flatMap(({ specialism }) => specialism ?? [])));
  refuseIf(skillProblems(claimed, skills, specialisms));
  return transaction(ctx, async (tx) => {
    await lockPerson(tx, tx.viewer.personId);
    const held = claimed.map(({ skill, specialism, level }) => ({
      skillId: Number(skill),
      specialismId: Number(specialism ?? 0),
      level,
    }));
    await replaceSkills(tx, tx.viewer.personId, held);
  });
}

const ids = (texts: readonly string[]): number[] => texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
