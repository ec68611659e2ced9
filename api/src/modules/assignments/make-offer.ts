import type { PersonFacts } from "../../engine/fitness/person.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import { isId, newId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import { requireCoordinator } from "../../platform/policy.ts";
import type { Tx } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { freePlaces } from "../shifts/shift.ts";
import type { AssignmentRow } from "./assignment.ts";
import { countOnRequest, countOnShift, standbyOffers } from "./count-store.ts";
import { OfferMade } from "./events.ts";
import { queueExpiry } from "./expire-offers.ts";
import { bindingTo } from "./offer-store.ts";
import { answerBy, termsFor } from "./offer-terms.ts";
import { personFacts } from "./person-facts.ts";
import { insertAssignment } from "./place-store.ts";
import { readOverride, refuseChoice } from "./reasons-against.ts";
import { atSessions, chosenSessions, keptSessions, spansTaken } from "./sessions.ts";
import { assignmentsById } from "./store.ts";
import { type Changed, tell } from "./tell.ts";
import { factsOf, horizonOf, lockWork, refTo, type Work, type WorkRef, workRefOf } from "./work.ts";

export interface MakeOffer {
  readonly idempotencyKey: string;
  readonly shift: string | null;
  readonly request: string | null;
  readonly person: string;
  readonly overrideReason: string | null;
}

/** A coordinator asks somebody to take a place. It is held for them until they answer or the offer expires. */
export async function makeOffer(ctx: Signed, input: MakeOffer): Promise<AssignmentRow> {
  const chosen = chosenBy(input);
  return once(ctx, {
    operation: "makeOffer",
    key: input.idempotencyKey,
    input: { ...chosen },
    work: async (tx) => offer(tx, await choose(tx, chosen), "invited"),
    keep: ({ id }) => ({ assignment: id }),
    again: async (tx, { assignment }) =>
      (await assignmentsById(tx, [assignment])).get(assignment) ?? refuse("NOT_FOUND"),
  });
}

/** Whom a coordinator has picked for what. */
export type Chosen = WorkRef & { readonly personId: string; readonly overrideReason: string | null };

export function chosenBy(input: MakeOffer): Chosen {
  if (!isId(input.person)) return refuse("PERSON_UNKNOWN", ["person"]);
  return {
    ...workRefOf(input),
    personId: input.person.toLowerCase(),
    overrideReason: readOverride(input.overrideReason),
  };
}

/** A choice that the rules allow, with everything it needs held. */
export interface Choice {
  readonly work: Work;
  readonly facts: WorkFacts;
  readonly person: PersonFacts;
  readonly overrideReason: string | null;
}

/** Holds work and person, and asks every rule about them. */
export async function choose(tx: Signed & Tx, chosen: Chosen): Promise<Choice> {
  const path = [chosen.shiftId ? "shift" : "request"];
  const work = await lockWork(tx, chosen);
  if (work === undefined) return refuse("NOT_FOUND", path);
  requireCoordinator(tx, work.row.districtId, path);
  await lockPerson(tx, chosen.personId);
  const now = tx.now().getTime();
  const facts = await withPlaces(tx, work, factsOf(work, now));
  const person = (await personFacts(tx, [chosen.personId], horizonOf(facts, now))).get(chosen.personId);
  if (!person) return refuse("PERSON_UNKNOWN", ["person"]);
  if (await bindingTo(tx, chosen, chosen.personId)) return refuse("ALREADY_ASSIGNED", ["person"]);
  return { work, facts, person, overrideReason: refuseChoice(person, facts, now, chosen.overrideReason) };
}

/** Offers that wait behind somebody on release have spoken for that place already. */
async function withPlaces(tx: Tx, work: Work, facts: WorkFacts): Promise<WorkFacts> {
  if (work.noun === "request") return facts;
  return { ...facts, placesFree: freePlaces(work.row) - (await standbyOffers(tx, work.row.id)) };
}

/** Puts the offer out: the place is held, the person's time is not. */
export async function offer(
  tx: Tx,
  { work, facts, person, overrideReason }: Choice,
  source: AssignmentRow["source"],
  runId: string | null = null,
): Promise<AssignmentRow> {
  const now = tx.now().getTime();
  const weekly = keptSessions(chosenSessions(person, facts, now));
  const startsAt = spansTaken(person, atSessions(facts, weekly), now)[0]!.startsAt;
  const assignment = await insertAssignment(tx, {
    id: newId(now),
    personId: person.id,
    ...refTo(work),
    districtId: work.row.districtId,
    state: "offered",
    source,
    offeredAt: tx.now(),
    answerBy: new Date(answerBy(termsFor(work.noun, startsAt, now), startsAt, now)),
    overrideReason,
    runId,
    weekly,
  });
  tell(tx, OfferMade, await holdPlace(tx, work), assignment);
  await queueExpiry(tx, assignment);
  return assignment;
}

async function holdPlace(tx: Tx, work: Work): Promise<Changed> {
  if (work.noun === "request") return { noun: "request", row: await countOnRequest(tx, work.row.id, 1) };
  const empty = work.row.taken < work.row.places;
  return { noun: "shift", row: await countOnShift(tx, work.row.id, empty ? 1 : 0) };
}
