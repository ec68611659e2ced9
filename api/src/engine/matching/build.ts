import type { Weights } from "../cost/weights.ts";
import { type CostUnits, candidateCost, checkWeights } from "./candidate-cost.ts";
import { BARRED, checkProblem, FREE, MAX_CLASSES, MAX_COUNT, PINNED, type Problem } from "./problem.ts";
import { ProblemError, type Where } from "./problem-error.ts";
import { costOfOpenPlaces } from "./urgency.ts";

export interface RequestRow {
  readonly id: string;
  /** Places to fill. */
  readonly need: number;
  /** 0 can wait longest; 15 is the most urgent. */
  readonly urgency: number;
}

export interface PersonRow {
  readonly id: string;
  /** Places the person can still take. */
  readonly capacity: number;
}

export interface CandidateRow {
  readonly requestId: string;
  readonly personId: string;
  readonly cost: CostUnits;
  readonly hold?: "pinned" | "barred";
}

export interface ProblemRows {
  readonly requests: readonly RequestRow[];
  readonly people: readonly PersonRow[];
  readonly candidates: readonly CandidateRow[];
}

/** A problem together with the names of its numbers. */
export interface NamedProblem {
  readonly problem: Problem;
  readonly requestIds: readonly string[];
  readonly personIds: readonly string[];
  readonly requestNumber: ReadonlyMap<string, number>;
  readonly personNumber: ReadonlyMap<string, number>;
}

/**
 * Numbers the rows and checks them. The numbering follows the identifiers, not the order of the rows, so the same set of
 * rows makes the same problem however it was read. Throws ProblemError naming the row that is wrong.
 */
export function buildProblem(rows: ProblemRows, weights: Weights): NamedProblem {
  checkWeights(weights);
  const requests = inOrder(rows.requests);
  const people = inOrder(rows.people);
  const requestNumber = numbering(requests, "request");
  const personNumber = numbering(people, "person");
  for (const row of requests) {
    checkWhole("need", row.need, MAX_COUNT, { request: row.id });
    checkWhole("urgency", row.urgency, MAX_CLASSES - 1, { request: row.id });
  }
  for (const row of people) checkWhole("capacity", row.capacity, MAX_COUNT, { person: row.id });
  const edges = edgesFrom(rows.candidates, requestNumber, personNumber, weights);
  const urgency = Uint8Array.from(requests, (row) => row.urgency);
  const problem: Problem = {
    need: Int32Array.from(requests, (row) => row.need),
    urgency,
    unfilledCost: costOfOpenPlaces(urgency, edges.edgeStart, edges.edgeCost),
    capacity: Int32Array.from(people, (row) => row.capacity),
    edgeStart: edges.edgeStart,
    edgePerson: edges.edgePerson,
    edgeCost: edges.edgeCost,
    hold: edges.hold,
  };
  checkProblem(problem);
  const requestIds = requests.map((row) => row.id);
  const personIds = people.map((row) => row.id);
  return { problem, requestIds, personIds, requestNumber, personNumber };
}

function inOrder<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function numbering(rows: readonly { readonly id: string }[], kind: "request" | "person"): Map<string, number> {
  if (rows.length > MAX_COUNT) throw new ProblemError("too-many", { array: kind }, rows.length);
  const numbers = new Map<string, number>();
  for (const [number, row] of rows.entries()) {
    if (numbers.has(row.id)) throw new ProblemError(`duplicate-${kind}`, { [kind]: row.id }, number);
    numbers.set(row.id, number);
  }
  return numbers;
}

function checkWhole(fault: "need" | "urgency" | "capacity", value: number, most: number, where: Where): void {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new ProblemError(fault, where, value);
}

type Edges = Pick<Problem, "edgeStart" | "edgePerson" | "edgeCost" | "hold">;

function edgesFrom(
  candidates: readonly CandidateRow[],
  requestNumber: ReadonlyMap<string, number>,
  personNumber: ReadonlyMap<string, number>,
  weights: Weights,
): Edges {
  if (candidates.length > MAX_COUNT) throw new ProblemError("too-many", { array: "candidate" }, candidates.length);
  const ends = candidates.map((row) => endsOf(row, requestNumber, personNumber));
  const order = Uint32Array.from(candidates.keys()).sort(
    (a, b) => ends[a]![0] - ends[b]![0] || ends[a]![1] - ends[b]![1],
  );
  const edgeStart = new Int32Array(requestNumber.size + 1);
  const edgePerson = new Int32Array(candidates.length);
  const edgeCost = new Int32Array(candidates.length);
  const hold = new Uint8Array(candidates.length);
  for (const [edge, at] of order.entries()) {
    const row = candidates[at]!;
    const [request, person] = ends[at]!;
    if (edge > 0 && edgePerson[edge - 1] === person && ends[order[edge - 1]!]![0] === request)
      throw new ProblemError("duplicate-edge", { request: row.requestId, person: row.personId }, edge);
    edgeStart[request + 1]! += 1;
    edgePerson[edge] = person;
    edgeCost[edge] = candidateCost(row, weights);
    hold[edge] = row.hold === "pinned" ? PINNED : row.hold === "barred" ? BARRED : FREE;
  }
  for (let r = 0; r < requestNumber.size; r++) edgeStart[r + 1]! += edgeStart[r]!;
  return { edgeStart, edgePerson, edgeCost, hold };
}

function endsOf(
  row: CandidateRow,
  requestNumber: ReadonlyMap<string, number>,
  personNumber: ReadonlyMap<string, number>,
): readonly [request: number, person: number] {
  const where = { request: row.requestId, person: row.personId };
  const request = requestNumber.get(row.requestId);
  if (request === undefined) throw new ProblemError("unknown-request", where, Number.NaN);
  const person = personNumber.get(row.personId);
  if (person === undefined) throw new ProblemError("unknown-person", where, Number.NaN);
  return [request, person];
}
