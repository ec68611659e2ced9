import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback } from "react";
import { announce } from "../../lib/announce.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { useWords } from "../../lib/words.ts";
import { BoardChangesDocument, BoardDocument, type BoardQueryVariables } from "./board.generated.ts";
import { prependToFeed } from "./feed-cache.ts";
import { useLatePulse } from "./use-late-pulse.ts";

/** Events after which the lanes themselves may have other members: they are listed anew. */
const listing = new Set([
  "SHIFT_PUBLISHED",
  "REQUEST_MATCHED",
  "REQUEST_CONFIRMED",
  "REQUEST_CANCELLED",
  "REQUEST_COMPLETED",
  "REQUEST_LAPSED",
  "OFFER_ACCEPTED",
]);

/**
 * The district's day, kept equal to the server: one operation to load it, one subscription to follow it. An event brings its
 * shift and assignment along; what is counted over many (tasks, cover, gaps) is read again 300 ms later.
 * `onWork` hears of each shift or request that has changed.
 */
export function useBoard(variables: BoardQueryVariables, onWork: (works: ReadonlySet<string>) => void) {
  const client = useApolloClient();
  const { t } = useWords();
  const query = useQuery(BoardDocument, {
    variables,
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const board = (query.data ?? query.previousData)?.board;
  const pulse = useLatePulse(client, variables);
  const refresh = useCallback(() => query.refetch(), [query.refetch]);

  useBoardEvents({
    document: BoardChangesDocument,
    variables: { board: board?.key ?? "" },
    after: board?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events, cache) => {
      prependToFeed(cache, events);
      pulse(events.some(({ kind }) => listing.has(kind)));
      onWork(
        new Set(
          events.flatMap(({ shift, request }) =>
            [shift && `shift/${shift.id}`, request && `request/${request.id}`].filter((work) => !!work).map(String),
          ),
        ),
      );
      announce(events.length === 1 ? events[0]!.summary : t("board.changes", { count: events.length }));
    },
    refresh,
  });

  return { board, error: query.error, loading: query.loading && !query.data, refresh };
}
