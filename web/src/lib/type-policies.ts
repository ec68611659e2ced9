import type { TypePolicies } from "@apollo/client/cache";

/** What identifies the few things that have no `id`. */
export const typePolicies: TypePolicies = {
  /** One signed-in person a client; signing out clears the cache. */
  Viewer: { keyFields: [] },
  Board: { keyFields: ["key"] },
  BoardEvent: { keyFields: ["board", "seq"] },
};

/** Members of the schema's unions that documents match by name. */
export const possibleTypes = { BoardSubject: ["Assignment", "Credential", "MatchRun", "Notice", "Request", "Shift"] };
