import type { Locale } from "../../kernel/reason.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import type { SkillRow, SpecialismRow } from "../skills/skill.ts";
import { skillsById, specialismsById } from "../skills/store.ts";
import type { RequestRow } from "./request.ts";
import { titleOf } from "./words.ts";

export async function skillOf(ctx: Context, { skillId }: RequestRow): Promise<SkillRow> {
  const found = await batch(ctx, skillsById, skillId);
  if (!found) throw new RangeError("A request names a skill that is not there.");
  return found;
}

/** In the order of urgency. */
export async function subjectsOf(ctx: Context, { specialisms }: RequestRow): Promise<SpecialismRow[]> {
  const found = await Promise.all(specialisms.map((id) => batch(ctx, specialismsById, id)));
  return found.filter((subject) => subject !== undefined);
}

/** 初二数学 */
export async function requestTitle(ctx: Context, request: RequestRow, locale: Locale = ctx.locale): Promise<string> {
  const [skill, subjects] = await Promise.all([skillOf(ctx, request), subjectsOf(ctx, request)]);
  return titleOf(request, skill, subjects, locale);
}

/** The number that people say on the telephone: R-2041 */
export const numberWords = ({ number }: RequestRow): string => `R-${number}`;
