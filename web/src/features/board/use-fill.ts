import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import {
  type FillCandidatesFragment,
  FillRequestDocument,
  type FillRequestHeadFragment,
  FillShiftDocument,
  type FillShiftHeadFragment,
  type PlacedFragment,
} from "./fill.generated.ts";
import type { Work } from "./work.ts";

export type Fill = {
  shift?: FillShiftHeadFragment | null;
  request?: FillRequestHeadFragment | null;
  /** Everybody on it, and whoever has been asked. */
  placed: readonly PlacedFragment[];
  /** Places that can still be given. */
  free: number;
  candidates: FillCandidatesFragment;
};

/** Who is on a piece of work and who could be. `touched` rises when it has changed: then the ranking is asked for anew. */
export function useFill(work: Work, touched: number) {
  const ofShift = useQuery(FillShiftDocument, {
    variables: { shift: work.id },
    skip: work.noun !== "shift",
    fetchPolicy: "cache-and-network",
  });
  const ofRequest = useQuery(FillRequestDocument, {
    variables: { request: work.id },
    skip: work.noun !== "request",
    fetchPolicy: "cache-and-network",
  });
  const query = work.noun === "shift" ? ofShift : ofRequest;
  const { refetch } = query;
  useEffect(() => {
    if (touched > 0) void refetch().catch(() => {});
  }, [touched, refetch]);
  return { fill: fillOf(ofShift.data, ofRequest.data), error: query.error, loading: query.loading, refetch };
}

function fillOf(
  ofShift: { shift: FillShiftHeadFragment | null; candidates: FillCandidatesFragment } | undefined,
  ofRequest: { request: FillRequestHeadFragment | null; candidates: FillCandidatesFragment } | undefined,
): Fill | undefined {
  if (ofShift?.shift) {
    const { shift, candidates } = ofShift;
    return { shift, placed: shift.assignments.filter(isLive), free: shift.free, candidates };
  }
  if (ofRequest?.request) {
    const { request, candidates } = ofRequest;
    const offered = candidates.list.flatMap(({ assignment }) => assignment ?? []);
    const all = [...(request.assignment ? [request.assignment] : []), ...offered];
    const placed = [...new Map(all.map((one) => [one.id, one])).values()].filter(isLive);
    return { request, placed, free: request.places - request.taken, candidates };
  }
  return undefined;
}

const isLive = ({ state }: PlacedFragment): boolean =>
  state === "APPLIED" ||
  state === "OFFERED" ||
  state === "CONFIRMED" ||
  state === "CHECKED_IN" ||
  state === "COMPLETED";
