import type { Weights } from "../../../engine/cost/weights.ts";
import { buildProblem, type CandidateRow, type NamedProblem } from "../../../engine/matching/build.ts";
import type { Considered } from "./choose-candidates.ts";
import type { People } from "./people.ts";
import { capacityOf } from "./screen.ts";
import type { Verdicts } from "./verdicts.ts";

/** The problem in numbers: who could do what, and at what cost. Pairs that the rules have refused so far are left out. */
export function weigh(
  considered: Iterable<Considered>,
  people: People,
  weights: Weights,
  verdicts: Verdicts,
): NamedProblem {
  const requests = [];
  const candidates: CandidateRow[] = [];
  const capacities = new Map<string, number>();
  for (const { request, candidates: found } of considered) {
    const { row, work } = request;
    requests.push({ id: row.id, need: work.placesFree, urgency: row.urgency });
    for (const candidate of found) {
      const { personId } = candidate;
      if (verdicts.isRefused(personId, row.id)) continue;
      if (!capacities.has(personId)) capacities.set(personId, capacityOf(people.get(personId), work));
      candidates.push(candidate);
    }
  }
  return buildProblem(
    { requests, people: [...capacities].map(([id, capacity]) => ({ id, capacity })), candidates },
    weights,
  );
}
