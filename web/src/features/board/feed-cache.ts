import type { ApolloCache } from "@apollo/client";
import type { Reference } from "@apollo/client/utilities";

/** As many as the server tells at once. */
const KEPT = 50;

/** Puts events, which are in the cache already, on top of their board's feed. */
export function prependToFeed(
  cache: ApolloCache,
  events: readonly { __typename: "BoardEvent"; board: string; seq: number }[],
): void {
  const key = events[0]?.board;
  const id = key && cache.identify({ __typename: "Board", key });
  if (!id) return;
  cache.modify({
    id,
    fields: {
      feed: (shown: readonly Reference[] = [], { toReference }) => {
        const fresh = events
          .toReversed()
          .flatMap(({ __typename, board, seq }) => toReference({ __typename, board, seq }) ?? []);
        const known = new Set(shown.map(({ __ref }) => __ref));
        return [...fresh.filter(({ __ref }) => !known.has(__ref)), ...shown].slice(0, KEPT);
      },
    },
  });
}
