import type { Reason } from "./reason.ts";

/** A reason, and the part of the input that it is about. */
export interface Problem extends Reason {
  readonly path?: readonly string[];
  /** The shift that could not be had: what would do instead is looked up when somebody asks, after every lock is gone. */
  readonly insteadOf?: string;
}

/**
 * A rule said no. Thrown, so that the transaction around it keeps nothing; caught once, at the GraphQL edge, where it
 * becomes data in the payload.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(", "));
    this.name = "Refusal";
    this.problems = problems;
  }
}

export function refuseIf(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

/** Always throws: `return refuse(…)` where a value is needed, so that the compiler follows. */
export function refuse(code: string, path: readonly string[] = [], facts: Reason["facts"] = {}): never {
  throw new Refusal([{ code, facts, path }]);
}
