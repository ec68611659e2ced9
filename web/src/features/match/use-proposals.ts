import { useQuery } from "@apollo/client/react";
import { MatchProposalsDocument, type ProposalKind } from "./match.generated.ts";

/** A screenful. */
const PAGE = 20;

/** One kind of a run's proposals in full, a page at a time. */
export function useProposals(runId: string, kind: ProposalKind) {
  const { data, error, loading, refetch, fetchMore } = useQuery(MatchProposalsDocument, {
    variables: { id: runId, kind, first: PAGE },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.matchRun?.proposals.pageInfo;
  const more = () =>
    fetchMore({
      variables: { after: page?.endCursor },
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
    });
  return {
    lines: data?.matchRun?.proposals.edges.map(({ node }) => node),
    hasMore: page?.hasNextPage ?? false,
    more: () => void more().catch(() => {}),
    loading,
    error,
    refetch: () => void refetch(),
  };
}
