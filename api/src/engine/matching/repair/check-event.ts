import { MAX_CLASSES, MAX_COUNT, MAX_EDGE_COST, MAX_UNFILLED_COST } from "../problem.ts";
import { ProblemError, type ProblemFault, type Where } from "../problem-error.ts";
import type { NewEdge, NewPerson, NewRequest } from "./live-plan.ts";

/** Refuses a request that could not have been part of a problem, before anything has changed. */
export function checkNewRequest({ need, urgency, unfilledCost, people }: NewRequest, request: number): void {
  checkWhole("need", need, MAX_COUNT, { request });
  checkWhole("urgency", urgency, MAX_CLASSES - 1, { request });
  checkWhole("unfilled-cost", unfilledCost, MAX_UNFILLED_COST, { request });
  checkEdges(people, (person) => ({ request, person }));
}

export function checkNewPerson({ capacity, requests }: NewPerson, person: number): void {
  checkWhole("capacity", capacity, MAX_COUNT, { person });
  checkEdges(requests, (request) => ({ request, person }));
}

/** A change of a need or capacity: by how much, and what it comes to at most. */
export const checkChange = (fault: "need" | "capacity", by: number, present: number, where: Where): void =>
  checkWhole(fault, by, MAX_COUNT - present, where);

function checkEdges(edges: readonly NewEdge[], between: (to: number) => Where): void {
  const met = new Set<number>();
  for (const { to, cost } of edges) {
    checkWhole("edge-cost", cost, MAX_EDGE_COST, between(to));
    if (met.has(to)) throw new ProblemError("duplicate-edge", between(to), to);
    met.add(to);
  }
}

function checkWhole(fault: ProblemFault, value: number, most: number, where: Where): void {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new ProblemError(fault, where, value);
}
