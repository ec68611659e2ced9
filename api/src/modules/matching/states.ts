/**
 * The states of a match run and every legal move between them.
 *
 * | from    | to                         | by                                                        |
 * |---------|----------------------------|-----------------------------------------------------------|
 * | —       | queued                     | start                                                     |
 * | queued  | running, discarded         | a worker takes it up; stop                                |
 * | running | ready, queued, failed      | its worker; a worker that leaves or is lost gives it back |
 * | running | discarded                  | stop                                                      |
 * | ready   | applied, discarded         | a coordinator                                             |
 *
 * The rest is final. One run at a time is queued or running for a district, and one for the whole city.
 */
export type MatchRunState = "queued" | "running" | "ready" | "applied" | "discarded" | "failed";

const moves: Readonly<Record<MatchRunState, readonly MatchRunState[]>> = {
  queued: ["running", "discarded"],
  running: ["ready", "queued", "failed", "discarded"],
  ready: ["applied", "discarded"],
  applied: [],
  discarded: [],
  failed: [],
};

export const mayMove = (from: MatchRunState, to: MatchRunState): boolean => moves[from].includes(to);

export const allRunStates = Object.keys(moves) as MatchRunState[];

/**
 * A proposal is open until its run is applied: then it is applied, or stale (what it was made from has changed since), or
 * skipped (the coordinator left it out, or it proposes nobody).
 */
export type ProposalState = "open" | "applied" | "stale" | "skipped";
export const allProposalStates = ["open", "applied", "stale", "skipped"] as const satisfies readonly ProposalState[];

export const proposalKinds = ["added", "moved", "unfilled"] as const;
export type ProposalKind = (typeof proposalKinds)[number];
