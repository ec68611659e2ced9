import { costUnits } from "../../../engine/cost/cost.ts";
import type { CandidateRow } from "../../../engine/matching/build.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import { isExhausted } from "./pool.ts";
import type { Look } from "./read-ahead.ts";
import { mayFit } from "./screen.ts";

/** Who is weighed for a request. */
export interface Considered {
  readonly request: OpenRequest;
  readonly candidates: readonly CandidateRow[];
  /** There are more who were not looked at. */
  readonly capped: boolean;
}

/** Each further place of a request brings this many more candidates. */
const forFurtherPlace = 4;

/**
 * Picks at most `most` people who may fit for each of a pool's requests. Each begins to look where the one before it
 * stopped, so that requests that want the same do not all queue for the same few; where to begin is the seed's choice.
 */
export function chooseCandidates(
  { pool, requests }: Look,
  people: People,
  most: number,
  seed: number,
  now: Instant,
): Considered[] {
  const all = [...pool.ids].map((id) => people.find(id));
  let at = all.length === 0 ? 0 : seed % all.length;
  return requests.map((request) => {
    const wanted = most + forFurtherPlace * (request.work.placesFree - 1);
    const candidates: CandidateRow[] = [];
    let looked = 0;
    for (; looked < all.length && candidates.length < wanted; looked++) {
      const person = all[at];
      at = at + 1 === all.length ? 0 : at + 1;
      if (person === undefined || !mayFit(person, request.work, now)) continue;
      const cost = costUnits(person, request.work, now);
      candidates.push({ requestId: request.row.id, personId: person.id, cost });
    }
    return { request, candidates, capped: looked < all.length || !isExhausted(pool) };
  });
}
