import { isId, newId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import { requireCoordinator } from "../../platform/policy.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { SiteRow } from "../sites/site.ts";
import { sitesById } from "../sites/store.ts";
import { skillsById } from "../skills/store.ts";
import { type NewTimes, newShiftProblems } from "./rules.ts";
import { Shift, type ShiftRow } from "./shift.ts";
import { shiftsById } from "./store.ts";

export interface CreateShift extends NewTimes {
  readonly idempotencyKey: string;
  readonly site: string;
  readonly role: ShiftRow["role"];
  readonly picking: ShiftRow["picking"];
  readonly mode: ShiftRow["mode"];
  readonly skill: string | null;
}

/** Drafts a shift at a site of the viewer's district; nobody sees it before it is published. */
export async function createShift(ctx: Signed, input: CreateShift): Promise<ShiftRow> {
  const site = isId(input.site) ? (await sitesById(ctx, [input.site])).get(input.site) : undefined;
  if (site === undefined) return refuse("NOT_FOUND", ["site"]);
  requireCoordinator(ctx, site.districtId, ["site"]);
  refuseIf(newShiftProblems(input, ctx.now()));
  const skillId = await readSkill(ctx, input.skill);
  const { idempotencyKey, ...said } = input;
  return once(ctx, {
    operation: "createShift",
    key: idempotencyKey,
    input: said,
    work: (tx) => draft(tx, input, site, skillId),
    keep: ({ id }) => ({ shift: id }),
    again: async (tx, kept) => (await shiftsById(tx, [kept.shift])).get(kept.shift) ?? refuse("NOT_FOUND", ["site"]),
  });
}

async function readSkill(ctx: Signed, skill: string | null): Promise<number | null> {
  if (skill === null) return null;
  const id = /^\d{1,4}$/.test(skill) ? Number(skill) : 0;
  return (await skillsById(ctx, [id])).has(id) ? id : refuse("NOT_FOUND", ["skill"]);
}

async function draft(tx: Tx, input: CreateShift, site: SiteRow, skillId: number | null): Promise<ShiftRow> {
  const shift = tx.em.create(Shift, {
    id: newId(tx.now().getTime()),
    siteId: site.id,
    districtId: site.districtId,
    role: input.role,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    state: "draft",
    picking: input.picking,
    places: input.places,
    taken: 0,
    releasing: 0,
    minimumCover: input.minimumCover,
    mode: input.mode,
    skillId,
    specialismId: 0,
    level: 1,
    credentials: [...new Set(input.credentials)],
    exposure: "none",
    withMinors: false,
    signUpFrom: input.signUpFrom,
    signUpUntil: input.signUpUntil,
    cancelReason: null,
    ownerId: null,
    version: 1,
    madeAt: tx.now(),
  });
  await tx.em.persist(shift).flush();
  return shift;
}
