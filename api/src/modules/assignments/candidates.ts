import { type Cost, cost } from "../../engine/cost/cost.ts";
import { standardWeights } from "../../engine/cost/weights.ts";
import { fit, type Misfit } from "../../engine/fitness/fit.ts";
import type { PersonFacts } from "../../engine/fitness/person.ts";
import { isOverridable } from "../../engine/fitness/sentence.ts";
import { type WhyNobody, whyNobody } from "../../engine/fitness/why-nobody.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import type { Instant } from "../../kernel/interval.ts";
import type { Range } from "../../kernel/ranges.ts";
import { refuse } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Signed } from "../../platform/context.ts";
import { requireCoordinator } from "../../platform/policy.ts";
import type { AssignmentRow } from "./assignment.ts";
import { candidatePool } from "./candidate-store.ts";
import { liveByRequest } from "./offer-store.ts";
import { personFacts } from "./person-facts.ts";
import { chosenSessions } from "./sessions.ts";
import { assignmentsByShift } from "./store.ts";
import { factsOf, horizonOf, readWork, type Work, type WorkRef } from "./work.ts";

/** One person before one piece of work. */
export interface Candidate {
  readonly person: PersonFacts;
  readonly reasons: readonly Misfit[];
  readonly cost: Cost;
  /** The offer that is out to them already. */
  readonly offer: AssignmentRow | null;
  readonly sessions: readonly Range[];
}

export interface Candidates {
  readonly work: WorkFacts;
  readonly now: Instant;
  readonly fitting: readonly Candidate[];
  readonly blocked: readonly Candidate[];
  /** Everybody who passed the coarse filter; more than were judged where there are very many. */
  readonly found: number;
  readonly judged: readonly PersonFacts[];
}

/** Who could do it, best first, and who could not and why. Five statements whatever the number of people. */
export async function candidatesFor(ctx: Signed, ref: WorkRef): Promise<Candidates> {
  const path = [ref.shiftId ? "shift" : "request"];
  const work = await readWork(ctx, ref);
  if (work === undefined) return refuse("NOT_FOUND", path);
  requireCoordinator(ctx, work.row.districtId, path);
  const now = ctx.now().getTime();
  // A place that is held by an offer says nothing about people: rank as if there were one.
  const given = factsOf(work, now);
  const facts = { ...given, placesFree: Math.max(1, given.placesFree) };
  const pool = await candidatePool(ctx, work, facts);
  const people = [...(await personFacts(ctx, pool.ids, horizonOf(facts, now))).values()];
  const judged = people.filter((person) => !person.assignments.some(({ workId }) => workId === work.row.id));
  const offers = await offersOn(ctx, work);
  return { ...rank(judged, facts, now, offers), work: facts, now, found: pool.found, judged };
}

async function offersOn(ctx: Signed, { noun, row }: Work): Promise<ReadonlyMap<string, AssignmentRow>> {
  const live = (await batch(ctx, noun === "shift" ? assignmentsByShift : liveByRequest, row.id)) ?? [];
  return new Map(live.filter(({ state }) => state === "offered").map((offer) => [offer.personId, offer]));
}

/** Fitting ones by what they cost the city; blocked ones by how little stands in their way. Ids settle ties, so that the order is stable. */
export function rank(
  people: readonly PersonFacts[],
  work: WorkFacts,
  now: Instant,
  offers: ReadonlyMap<string, AssignmentRow> = new Map(),
): Pick<Candidates, "fitting" | "blocked"> {
  const all = people.map((person): Candidate => {
    const reasons = fit(person, work, now, "coordinator");
    return {
      person,
      reasons,
      cost: cost(person, work, now, standardWeights),
      offer: offers.get(person.id) ?? null,
      sessions: reasons.length === 0 ? chosenSessions(person, work, now) : [],
    };
  });
  return {
    fitting: all.filter(({ reasons }) => reasons.length === 0).sort(byCost),
    blocked: all.filter(({ reasons }) => reasons.length > 0).sort((a, b) => firmness(a) - firmness(b) || byCost(a, b)),
  };
}

const byCost = (a: Candidate, b: Candidate): number =>
  a.cost.total - b.cost.total || (a.person.id < b.person.id ? -1 : 1);

/** Those whom a coordinator may still ask with a reason come before those whom nobody may. */
const firmness = ({ reasons }: Candidate): number => reasons.length + (reasons.every(isOverridable) ? 0 : 100);

export const whyOf = ({ work, now, judged }: Candidates): WhyNobody => whyNobody(work, judged, now, new Set());
