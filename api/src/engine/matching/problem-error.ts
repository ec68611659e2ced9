/** What is wrong with a problem. */
export type ProblemFault =
  | "length"
  | "edge-start"
  | "need"
  | "capacity"
  | "urgency"
  | "unfilled-cost"
  | "edge-cost"
  | "cost-part"
  | "weight"
  | "unknown-request"
  | "unknown-person"
  | "duplicate-request"
  | "duplicate-person"
  | "unknown-edge"
  | "duplicate-edge"
  | "hold"
  | "pin"
  | "too-many";

/** Which element is wrong: numbers in a Problem, identifiers in rows. */
export interface Where {
  readonly array?: string;
  readonly request?: number | string;
  readonly person?: number | string;
  readonly edge?: number;
  readonly part?: string;
}

const SENTENCE: Record<ProblemFault, string> = {
  length: "an array has the wrong length",
  "edge-start": "edge starts must begin at 0, never fall, and end at the number of edges",
  need: "a need must be a whole number from 0 to 2^26",
  capacity: "a capacity must be a whole number from 0 to 2^26",
  urgency: "an urgency class must be a whole number from 0 to 15",
  "unfilled-cost": "the cost of an open place must be a whole number from 0 to 2^30 - 1",
  "edge-cost": "a candidate's cost must be a whole number from 0 to 2^28",
  "cost-part": "a cost part must be a whole number from 0 to 2^28",
  weight: "a weight must be a whole number from 0 to 2^20",
  "unknown-request": "a candidate names a request that is not in the problem",
  "unknown-person": "a candidate names a person who is not in the problem",
  "duplicate-request": "a request appears twice",
  "duplicate-person": "a person appears twice",
  "unknown-edge": "the person is not a candidate of the request",
  "duplicate-edge": "a request names the same person twice",
  hold: "a hold must be free, pinned or barred",
  pin: "more people are pinned than the request needs or the person can take",
  "too-many": "at most 2^26 of each kind are allowed",
};

/** A problem that cannot be solved because its data is wrong; thrown before any work is done. */
export class ProblemError extends Error {
  readonly code: ProblemFault;
  readonly where: Where;
  readonly value: number;

  constructor(code: ProblemFault, where: Where, value: number) {
    const place = Object.entries(where).map(([name, at]) => `${name} ${at}`);
    super(`${SENTENCE[code]} (${place.join(", ")}: ${value})`);
    this.name = "ProblemError";
    this.code = code;
    this.where = where;
    this.value = value;
  }
}
