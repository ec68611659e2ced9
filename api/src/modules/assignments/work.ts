import { sql } from "kysely";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import { isId } from "../../kernel/id.ts";
import type { Instant, Interval } from "../../kernel/interval.ts";
import { refuse } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import { lockRequestWork, type RequestWork, requestWorkById, workOfRequest } from "./request-work.ts";
import { type ShiftWork, shiftWithFormer, shiftWorkById, workOfShift } from "./shift-work.ts";

/** Anything that a person can be bound to. */
export type Work =
  | { readonly noun: "shift"; readonly row: ShiftWork }
  | { readonly noun: "request"; readonly row: RequestWork };

/** Which work is meant: one of the two. An assignment's row is one. */
export interface WorkRef {
  readonly shiftId?: string | null | undefined;
  readonly requestId?: string | null | undefined;
}

/** Reads an input that names a shift or a request, refusing both and neither. */
export function workRefOf({ shift, request }: { shift?: string | null; request?: string | null }): WorkRef {
  if ((shift == null) === (request == null)) return refuse("ONE_WORK", ["shift"]);
  const id = shift ?? request ?? "";
  if (!isId(id)) return refuse("NOT_FOUND", [shift == null ? "request" : "shift"]);
  return shift == null ? { requestId: id } : { shiftId: id };
}

export const refTo = ({ noun, row }: Work): WorkRef => (noun === "shift" ? { shiftId: row.id } : { requestId: row.id });

/** For looking at people before it, not for deciding. */
export async function readWork(ctx: Context, { shiftId, requestId }: WorkRef): Promise<Work | undefined> {
  if (shiftId) {
    const shift = await batch(ctx, shiftWithFormer, shiftId);
    return shift && { noun: "shift", row: shift };
  }
  const request = requestId ? await batch(ctx, requestWorkById, requestId) : undefined;
  return request && { noun: "request", row: request };
}

/** The same, held until the transaction ends. Locks are taken in this order everywhere: work, assignment, person. */
export async function lockWork(tx: Tx, { shiftId, requestId }: WorkRef): Promise<Work | undefined> {
  if (requestId) {
    const request = await lockRequestWork(tx, requestId);
    return request && { noun: "request", row: request };
  }
  if (!shiftId || (await row(tx, sql`select 1 from shift where id = ${shiftId} for update`)) === undefined)
    return undefined;
  const shift = (await shiftWorkById(tx, [shiftId])).get(shiftId);
  return shift && { noun: "shift", row: shift };
}

export const factsOf = (work: Work, now: Instant): WorkFacts =>
  work.noun === "shift" ? workOfShift(work.row) : workOfRequest(work.row, now);

/** How far commitments matter: the dated span, or the weeks in which a standing time has to be free. */
export function horizonOf({ time, policy }: WorkFacts, now: Instant): Interval {
  if (time.kind === "dated")
    return { startsAt: time.spans[0]?.startsAt ?? now, endsAt: time.spans.at(-1)?.endsAt ?? now };
  const startsAt = Math.max(now, time.period.startsAt);
  return { startsAt, endsAt: startsAt + policy.standingWeeks * 7 * 24 * 3_600_000 };
}
