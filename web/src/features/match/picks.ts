import type { MatchPicksQuery } from "./match.generated.ts";

export type Pick = NonNullable<MatchPicksQuery["matchRun"]>["proposals"]["edges"][number]["node"];
/** What the coordinator has ticked or unticked herself; everything else stands as the server proposes. */
export type Own = ReadonlyMap<string, boolean>;

export const isPicked = (pick: Pick, own: Own): boolean => pick.state === "OPEN" && (own.get(pick.id) ?? pick.checked);

export const pickedIds = (picks: readonly Pick[], own: Own): string[] =>
  picks.filter((pick) => pick.kind !== "UNFILLED" && isPicked(pick, own)).map(({ id }) => id);

export function tally(picks: readonly Pick[], own: Own) {
  return {
    picked: pickedIds(picks, own).length,
    stale: picks.filter(({ state }) => state === "STALE").length,
    moving: picks.filter((pick) => pick.kind === "MOVED" && !isPicked(pick, own)).length,
  };
}
