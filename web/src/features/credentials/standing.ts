import type { CheckStateFragment } from "./queue.generated.ts";

/** `first`, `second`: which check it waits for from this checker. `others`: somebody else has to make the next one. */
export type Standing = "first" | "second" | "others";

export function standingOf({
  mayCheck,
  firstCheckedAt,
}: Pick<CheckStateFragment, "mayCheck" | "firstCheckedAt">): Standing {
  if (!mayCheck.allowed) return "others";
  return firstCheckedAt ? "second" : "first";
}

/** The one to look at when `done` is dealt with: the next that this checker may check, round at the end. */
export function nextToCheck<Line extends { id: string } & CheckStateFragment>(
  lines: readonly Line[],
  done: string | undefined,
): Line | undefined {
  const from = lines.findIndex(({ id }) => id === done) + 1;
  return [...lines.slice(from), ...lines.slice(0, from)].find(({ id, mayCheck }) => id !== done && mayCheck.allowed);
}
