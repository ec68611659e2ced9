import { cityZone } from "../../kernel/city.ts";
import { dateOfDay, dayOf, wallAt } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import type { Schedule } from "../../platform/jobs.ts";
import type { Task } from "../../platform/reactions.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { RequestCompleted, RequestLapsed } from "../requests/events.ts";
import { endingOf } from "../requests/last-day.ts";
import type { RequestRow } from "../requests/request.ts";
import { closeRequest, lockRequest, moveRequest, requestsPast } from "../requests/store.ts";
import { tellClosed } from "./cancel-request.ts";
import { completeHelpers, endEverybody } from "./place-store.ts";

const mostAtOnce = 500;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Ends requests whose last day is past. Each is a transaction of its own that looks again at what it holds, so this may
 * run twice, or at once; one that fails does not hold up the others.
 */
export const endRequests: Task = async (ctx, _payload, stopping) => {
  const failures: unknown[] = [];
  const now = ctx.now();
  const today = dateOfDay(dayOf(wallAt(cityZone, now.getTime())));
  let after = first;
  for (;;) {
    const found = await requestsPast(ctx, { today, now }, after, mostAtOnce);
    for (const { id } of found) {
      if (stopping.aborted) return;
      await end(ctx, id).catch((error) => failures.push(error));
      after = id;
    }
    if (found.length < mostAtOnce) break;
  }
  if (failures.length > 0) throw failures[0];
};

const end = (ctx: Context, id: string): Promise<void> =>
  transaction(ctx, async (tx) => {
    const request = await lockRequest(tx, id);
    const ending = request && endingOf(request, tx.now().getTime());
    if (ending === "completed") await complete(tx, request!);
    if (ending === "lapsed") await lapse(tx, request!);
  });

/** Whoever helped keeps what they have given. */
async function complete(tx: Tx, { id }: RequestRow): Promise<void> {
  const helpers = await completeHelpers(tx, id);
  const completed = await moveRequest(tx, id, "completed");
  const on = [boards.district(completed.districtId), boards.request(id), boards.person(completed.requesterId)];
  const theirs = helpers.map(({ personId }) => boards.person(personId));
  record(tx, RequestCompleted, [...on, ...theirs], completed, { requestId: id });
}

/** Offers go, and whoever had accepted has their time back; proposals of a match run are stale with its new version. */
async function lapse(tx: Tx, { id }: RequestRow): Promise<void> {
  const ended = await endEverybody(tx, { requestId: id });
  tellClosed(tx, RequestLapsed, await closeRequest(tx, id, "lapsed"), ended);
}

/** Twenty minutes past midnight on the city's clock, after the sessions ahead are settled. */
export const requestSchedules: readonly Schedule[] = [{ task: "endRequests", match: "20 16 * * *" }];
