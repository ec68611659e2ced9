import { costUnits } from "../../../engine/cost/cost.ts";
import type { Weights } from "../../../engine/cost/weights.ts";
import { buildProblem, type CandidateRow, type NamedProblem } from "../../../engine/matching/build.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Considered } from "./choose-candidates.ts";
import type { People } from "./people.ts";
import { capacityOf } from "./screen.ts";

/** The problem in numbers: who could do what, and at what cost. `broken`: pairs that some rule forbids, by `pairKey`. */
export function weigh(
  considered: readonly Considered[],
  people: People,
  weights: Weights,
  now: Instant,
  broken: ReadonlySet<string>,
): NamedProblem {
  const candidates: CandidateRow[] = [];
  const capacities = new Map<string, number>();
  for (const { request, personIds } of considered) {
    for (const personId of personIds) {
      if (broken.has(pairKey(request.row.id, personId))) continue;
      const person = people.get(personId);
      if (!capacities.has(personId)) capacities.set(personId, capacityOf(person, request.work));
      candidates.push({ requestId: request.row.id, personId, cost: costUnits(person, request.work, now) });
    }
  }
  const requests = considered.map(({ request: { row, work } }) => ({
    id: row.id,
    need: work.placesFree,
    urgency: row.urgency,
  }));
  const rows = { requests, people: [...capacities].map(([id, capacity]) => ({ id, capacity })), candidates };
  return buildProblem(rows, weights);
}

export const pairKey = (requestId: string, personId: string): string => `${requestId} ${personId}`;
