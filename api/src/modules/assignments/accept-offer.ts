import type { Interval } from "../../kernel/interval.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { freePlaces } from "../shifts/shift.ts";
import type { AssignmentRow } from "./assignment.ts";
import { standbyOffers } from "./count-store.ts";
import { OfferAccepted } from "./events.ts";
import { type Held, holdOwnOffer } from "./hold-assignment.ts";
import { personFacts } from "./person-facts.ts";
import { commit, confirmAssignment } from "./place-store.ts";
import { reasonsAtAnswer } from "./reasons-against.ts";
import { relieveIfFull } from "./relieve.ts";
import { atSessions, spansTaken } from "./sessions.ts";
import { settle } from "./settle.ts";
import { assignmentsById } from "./store.ts";
import { factsOf, horizonOf, type Work } from "./work.ts";

export interface AcceptOffer {
  readonly idempotencyKey: string;
  readonly assignment: string;
}

/** The viewer says yes: every rule is asked again, then the time is theirs to serve and nobody else's to take. */
export async function acceptOffer(ctx: Signed, input: AcceptOffer): Promise<AssignmentRow> {
  return once(ctx, {
    operation: "acceptOffer",
    key: input.idempotencyKey,
    input: { assignment: input.assignment },
    work: (tx) => accept(tx, input.assignment),
    keep: ({ id }) => ({ assignment: id }),
    again: async (tx, { assignment }) =>
      (await assignmentsById(tx, [assignment])).get(assignment) ?? refuse("NOT_FOUND"),
  });
}

async function accept(tx: Signed & Tx, id: string): Promise<AssignmentRow> {
  const held = await holdOwnOffer(tx, id);
  await lockPerson(tx, tx.viewer.personId);
  const spans = await spansAllowed(tx, held);
  const by = await placesToCount(tx, held.work);
  const assignment = await confirmAssignment(tx, held.assignment.id);
  await commit(tx, assignment, spans, held.work.row.exposure);
  await settle(tx, OfferAccepted, held.work, assignment, by);
  return assignment;
}

async function spansAllowed(tx: Tx, { work, assignment }: Held): Promise<readonly Interval[]> {
  const now = tx.now().getTime();
  const facts = factsOf(work, now);
  // The offer itself holds a place, and whoever was asked is not bound by the hours in which others may pick.
  const asked = atSessions(
    { ...facts, placesFree: facts.placesFree + 1, signUp: { opensAt: null, closesAt: null } },
    assignment.weekly,
  );
  const person = (await personFacts(tx, [assignment.personId], horizonOf(asked, now))).get(assignment.personId);
  if (!person) return refuse("NOT_FOUND", ["assignment"]);
  refuseIf(reasonsAtAnswer(person, asked, now, assignment.overrideReason != null));
  return spansTaken(person, asked, now);
}

/** None where the offer has held one; an offer behind somebody on release takes theirs, or whichever is empty by now. */
async function placesToCount(tx: Tx, work: Work): Promise<0 | 1> {
  if (work.noun === "request" || (await standbyOffers(tx, work.row.id)) === 0) return 0;
  if (freePlaces(work.row) === 0) return refuse("OFFER_GONE", ["assignment"]);
  await relieveIfFull(tx, work.row);
  return 1;
}
