import { fit } from "../../engine/fitness/fit.ts";
import { rules } from "../../engine/fitness/rules.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { RequestChanged } from "../requests/events.ts";
import { countOnShift, reopenRequest } from "./count-store.ts";
import { AssignmentCancelled } from "./events.ts";
import { type Held, holdAssignment } from "./hold-assignment.ts";
import { boundAhead } from "./offer-store.ts";
import { personFacts } from "./person-facts.ts";
import { endAssignment } from "./place-store.ts";
import { atSessions } from "./sessions.ts";
import { tellFamily } from "./tell.ts";
import { factsOf, horizonOf } from "./work.ts";

const credentialCodes: ReadonlySet<string> = new Set(
  rules.filter(({ stage }) => stage === "credential").map(({ code }) => code),
);

/**
 * Takes somebody off everything ahead that asks for a credential which they no longer have for the whole of it: a gap
 * shows on the shift, the request looks for somebody again. What has begun or is over stays as it was. Each is a
 * transaction of its own: one that fails is tried again with the job, and what is done is not found a second time.
 */
export async function withdrawUncredentialed(ctx: Context, personId: string): Promise<void> {
  for (const { id } of await boundAhead(ctx, personId)) {
    await transaction(ctx, async (tx) => {
      const held = await holdAssignment(tx, id);
      if (held && liesAhead(tx, held) && (await lacksCredential(tx, held))) await withdraw(tx, held);
    });
  }
}

const liesAhead = (tx: Tx, { work, assignment }: Held): boolean =>
  ["applied", "confirmed"].includes(assignment.state) && (work.noun === "request" || work.row.startsAt > tx.now());

async function lacksCredential(tx: Tx, { work, assignment }: Held): Promise<boolean> {
  await lockPerson(tx, assignment.personId);
  const now = tx.now().getTime();
  const facts = atSessions(factsOf(work, now), assignment.weekly);
  const person = (await personFacts(tx, [assignment.personId], horizonOf(facts, now))).get(assignment.personId);
  return person !== undefined && fit(person, facts, now, "coordinator").some(({ code }) => credentialCodes.has(code));
}

async function withdraw(tx: Tx, { work, assignment }: Held): Promise<void> {
  const ended = await endAssignment(tx, assignment.id, "cancelled");
  const on = [boards.district(work.row.districtId), boards.person(assignment.personId)];
  if (work.noun === "request") {
    record(tx, AssignmentCancelled, on, ended, { requestId: work.row.id, why: "credential" });
    return tellFamily(tx, RequestChanged, await reopenRequest(tx, work.row.id));
  }
  const held = assignment.state === "confirmed";
  if (held) await countOnShift(tx, work.row.id, -1, assignment.releasingSince ? -1 : 0);
  const told = held ? [...on, boards.site(work.row.siteId)] : on;
  record(tx, AssignmentCancelled, told, ended, { shiftId: work.row.id, why: "credential" });
}
