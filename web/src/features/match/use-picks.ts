import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { MatchPicksDocument } from "./match.generated.ts";
import type { Own } from "./picks.ts";

/** All proposals of a run, page after page, and what the coordinator has ticked of them. */
export function usePicks(runId: string) {
  const [own, setOwn] = useState<Own>(new Map());
  const { data, error, refetch, fetchMore } = useQuery(MatchPicksDocument, {
    variables: { id: runId },
    fetchPolicy: "network-only",
  });
  const page = data?.matchRun?.proposals.pageInfo;
  const after = page?.hasNextPage ? page.endCursor : null;
  useEffect(() => {
    if (!after) return;
    void fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { matchRun } }) =>
        before.matchRun && matchRun
          ? {
              ...before,
              matchRun: {
                ...matchRun,
                proposals: {
                  ...matchRun.proposals,
                  edges: [...before.matchRun.proposals.edges, ...matchRun.proposals.edges],
                },
              },
            }
          : before,
    }).catch(() => {});
  }, [after, fetchMore]);
  return {
    picks: data?.matchRun?.proposals.edges.map(({ node }) => node) ?? [],
    complete: data !== undefined && !after,
    own,
    error,
    refetch,
    pick: (id: string, ticked: boolean) => setOwn((before) => new Map([...before, [id, ticked]])),
  };
}
