import { fit } from "../../engine/fitness/fit.ts";
import { rules } from "../../engine/fitness/rules.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { lockShift } from "../shifts/store.ts";
import { spanOf } from "./eligibility.ts";
import { AssignmentCancelled } from "./events.ts";
import { personFacts } from "./person-facts.ts";
import { cancelEverybody, endApplication, endPlace, futurePlaces, type HeldPlace, lockPlace } from "./place-store.ts";
import { shiftWorkById, workOfShift } from "./shift-work.ts";

const credentialCodes: ReadonlySet<string> = new Set(
  rules.filter(({ stage }) => stage === "credential").map(({ code }) => code),
);

/**
 * Takes somebody off every shift ahead that asks for a credential which they no longer have for the whole of it, so
 * that the gap shows. What has begun or is over stays as it was. Each shift is a transaction of its own: one that
 * fails is tried again with the job, and what is done already is not found a second time.
 */
export async function withdrawUncredentialed(ctx: Context, personId: string): Promise<void> {
  for (const { assignmentId } of await futurePlaces(ctx, personId)) {
    await transaction(ctx, async (tx) => {
      const held = await lockPlace(tx, assignmentId);
      if (held && (await lacksCredential(tx, held))) await withdraw(tx, held);
    });
  }
}

async function lacksCredential(tx: Tx, { assignment, shift }: HeldPlace): Promise<boolean> {
  if (!["applied", "confirmed"].includes(assignment.state) || shift.startsAt <= tx.now()) return false;
  await lockPerson(tx, assignment.personId);
  const work = (await shiftWorkById(tx, [shift.id])).get(shift.id)!;
  const person = (await personFacts(tx, [assignment.personId], spanOf([work]))).get(assignment.personId);
  return (
    person !== undefined && fit(person, workOfShift(work), tx.now().getTime(), "coordinator").some(isOfCredentials)
  );
}

const isOfCredentials = ({ code }: { readonly code: string }): boolean => credentialCodes.has(code);

async function withdraw(tx: Tx, held: HeldPlace): Promise<void> {
  const { assignment, shift } = held;
  const on = [boards.district(shift.districtId), boards.person(assignment.personId)];
  const facts = { shiftId: shift.id, why: "credential" };
  if (assignment.state === "applied") {
    record(tx, AssignmentCancelled, on, await endApplication(tx, assignment.id, "cancelled", null), facts);
    return;
  }
  const { assignment: ended } = await endPlace(tx, held, "cancelled");
  record(tx, AssignmentCancelled, [...on, boards.site(shift.siteId)], ended, facts);
}

/** Lets go of everybody on a shift that was called off, and tells each of them. */
export const emptyShift = (ctx: Context, shiftId: string): Promise<void> =>
  transaction(ctx, async (tx) => {
    const shift = await lockShift(tx, shiftId);
    if (shift?.state !== "cancelled") return;
    for (const ended of await cancelEverybody(tx, shiftId))
      record(tx, AssignmentCancelled, [boards.district(shift.districtId), boards.person(ended.personId)], ended, {
        shiftId,
        why: "shift",
      });
  });
