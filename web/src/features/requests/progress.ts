import type { RequestState } from "@shouwang/schema/types";

/** The four steps that a family follows. */
export const stages = ["received", "matching", "confirming", "lessons"] as const;
export type Stage = (typeof stages)[number];

const reached: Record<RequestState, number> = { DRAFT: 0, OPEN: 1, MATCHED: 2, ACTIVE: 3, COMPLETED: 4, CANCELLED: 0 };

/** Which steps are behind, which one it is at, and which are to come. Nothing is left to do once it is completed. */
export function progressOf(state: RequestState): readonly { stage: Stage; state: "done" | "current" | "next" }[] {
  const at = reached[state];
  return stages.map((stage, index) => ({ stage, state: index < at ? "done" : index === at ? "current" : "next" }));
}

export const isOver = (state: RequestState): boolean => state === "COMPLETED" || state === "CANCELLED";

/** What a chip says of it: pine where the family is asked, quiet where others are at work. */
export const toneOf = (state: RequestState): "pine" | "ok" | "info" | undefined =>
  state === "MATCHED" ? "pine" : state === "ACTIVE" ? "ok" : state === "OPEN" ? "info" : undefined;
