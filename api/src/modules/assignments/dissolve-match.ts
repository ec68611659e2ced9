import { fit } from "../../engine/fitness/fit.ts";
import { rules } from "../../engine/fitness/rules.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { RequestChanged } from "../requests/events.ts";
import { AssignmentCancelled } from "./events.ts";
import { type Held, holdAssignment } from "./hold-offer.ts";
import { endMatch, matchesOf, reopenRequest } from "./offer-store.ts";
import { personFacts } from "./person-facts.ts";
import { atSessions } from "./sessions.ts";
import { tellFamily } from "./tell.ts";
import { factsOf, horizonOf } from "./work.ts";

const credentialCodes: ReadonlySet<string> = new Set(
  rules.filter(({ stage }) => stage === "credential").map(({ code }) => code),
);

/**
 * Ends every match of somebody with a request that asks for a credential which they no longer have for the whole of
 * it: their sessions ahead are free, and the request looks for somebody again. What has begun stays as it was. Each
 * is a transaction of its own, and what is done is not found a second time.
 */
export async function dissolveUncredentialed(ctx: Context, personId: string): Promise<void> {
  for (const { id } of await matchesOf(ctx, personId)) {
    await transaction(ctx, async (tx) => {
      const held = await holdAssignment(tx, id);
      if (held?.assignment.state === "confirmed" && (await lacksCredential(tx, held))) await dissolve(tx, held);
    });
  }
}

async function lacksCredential(tx: Tx, { work, assignment }: Held): Promise<boolean> {
  await lockPerson(tx, assignment.personId);
  const now = tx.now().getTime();
  const facts = atSessions(factsOf(work, now), assignment.weekly);
  const person = (await personFacts(tx, [assignment.personId], horizonOf(facts, now))).get(assignment.personId);
  return person !== undefined && fit(person, facts, now, "coordinator").some(({ code }) => credentialCodes.has(code));
}

async function dissolve(tx: Tx, { work, assignment }: Held): Promise<void> {
  const ended = await endMatch(tx, assignment.id);
  const on = [boards.district(work.row.districtId), boards.person(assignment.personId)];
  record(tx, AssignmentCancelled, on, ended, { requestId: work.row.id, why: "credential" });
  tellFamily(tx, RequestChanged, await reopenRequest(tx, work.row.id));
}
