import type { Context } from "../../platform/context.ts";
import type { Schedule } from "../../platform/jobs.ts";
import type { Task } from "../../platform/reactions.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { OfferExpired } from "./events.ts";
import { endOffer } from "./free-place.ts";
import { holdAssignment } from "./hold-assignment.ts";
import { lapsedOffers } from "./offer-store.ts";

const mostAtOnce = 500;

/** Each offer has an alarm of its own, at the minute at which it ends. */
export const queueExpiry = (tx: Tx, { id, answerBy }: AssignmentRow): Promise<void> =>
  tx.platform.jobs.queue(tx, "expireOffer", { assignment: id }, { at: answerBy!, key: `offer/${id}` });

/** Ends one offer whose time is up. Answered, withdrawn or prolonged ones are left as they are, so it may run twice. */
export const expireOffer: Task = (ctx, payload) => expire(ctx, (payload as { assignment: string }).assignment);

/** Ends every offer whose time is up: what an alarm missed, or a clock that ran ahead of ours. */
export const expireOffers: Task = async (ctx, _payload, stopping) => {
  for (const { id } of await lapsedOffers(ctx, mostAtOnce)) {
    if (stopping.aborted) return;
    await expire(ctx, id);
  }
};

const expire = (ctx: Context, id: string): Promise<void> =>
  transaction(ctx, async (tx) => {
    const held = await holdAssignment(tx, id);
    if (held?.assignment.state !== "offered" || held.assignment.answerBy! > tx.now()) return;
    await endOffer(tx, held.work, held.assignment, "expired", OfferExpired);
  });

export const offerSchedules: readonly Schedule[] = [{ task: "expireOffers", match: "* * * * *" }];
