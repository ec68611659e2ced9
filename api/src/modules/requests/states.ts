/**
 * The states of a request and every legal move between them.
 *
 * | from    | to                      | by                                                              |
 * |---------|-------------------------|-----------------------------------------------------------------|
 * | —       | open                    | submit                                                          |
 * | draft   | open, cancelled         | submit, discard                                                 |
 * | open    | matched                 | the person who accepts its last place                           |
 * | matched | active                  | the family confirms                                             |
 * | matched | open                    | the family refuses the helper; the helper leaves                |
 * | active  | open                    | the same, later; a credential is lost                           |
 * | active  | completed               | the clock: its last day is past                                 |
 * | open, matched | cancelled         | the clock: its last day is past, and nobody's help was agreed   |
 * | open, matched, active | cancelled | the family or a coordinator                                     |
 *
 * While it is open, offers may be out: each holds one of its places.
 */
export type RequestState = "draft" | "open" | "matched" | "active" | "completed" | "cancelled";

const moves: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ["open", "cancelled"],
  open: ["matched", "cancelled"],
  matched: ["active", "open", "cancelled"],
  active: ["open", "completed", "cancelled"],
  completed: [],
  cancelled: [],
};

export const mayMove = (from: RequestState, to: RequestState): boolean => moves[from].includes(to);

/** Those that count against a family's limit. */
export const liveStates = ["open", "matched", "active"] as const satisfies readonly RequestState[];

export const allStates = Object.keys(moves) as RequestState[];
