import { newId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { AssignmentMade } from "./events.ts";
import { type Choice, choose, chosenBy, type MakeOffer } from "./make-offer.ts";
import { commit, insertAssignment } from "./place-store.ts";
import { relieveIfFull } from "./relieve.ts";
import { atSessions, chosenSessions, keptSessions, spansTaken } from "./sessions.ts";
import { settle } from "./settle.ts";
import { assignmentsById } from "./store.ts";
import { refTo } from "./work.ts";

/** A coordinator binds somebody at once, having asked them outside; for a request the family still confirms. */
export async function assignPerson(ctx: Signed, input: MakeOffer): Promise<AssignmentRow> {
  const chosen = chosenBy(input);
  return once(ctx, {
    operation: "assignPerson",
    key: input.idempotencyKey,
    input: { ...chosen },
    work: async (tx) => assign(tx, await choose(tx, chosen)),
    keep: ({ id }) => ({ assignment: id }),
    again: async (tx, { assignment }) =>
      (await assignmentsById(tx, [assignment])).get(assignment) ?? refuse("NOT_FOUND"),
  });
}

async function assign(tx: Tx, { work, facts, person, overrideReason }: Choice): Promise<AssignmentRow> {
  const now = tx.now().getTime();
  const weekly = keptSessions(chosenSessions(person, facts, now));
  const spans = spansTaken(person, atSessions(facts, weekly), now);
  if (work.noun === "shift") await relieveIfFull(tx, work.row);
  const assignment = await insertAssignment(tx, {
    id: newId(now),
    personId: person.id,
    ...refTo(work),
    districtId: work.row.districtId,
    state: "confirmed",
    source: "assigned",
    confirmedAt: tx.now(),
    overrideReason,
    weekly,
  });
  await commit(tx, assignment, spans, work.row.exposure);
  await settle(tx, AssignmentMade, work, assignment, 1);
  return assignment;
}
