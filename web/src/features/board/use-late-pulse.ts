import type { ApolloClient } from "@apollo/client";
import { useCallback, useEffect, useRef } from "react";
import { BoardPulseDocument, type BoardQueryVariables } from "./board.generated.ts";

/** A burst of events is one read; with the socket's 100 ms and the answer, a change still shows within a second. */
const LATE = 300;

/** Reads the counted part of the board again soon; `lanes`: its lists too. Never two reads at once. */
export function useLatePulse(client: ApolloClient, variables: BoardQueryVariables): (lanes: boolean) => void {
  const latest = useRef(variables);
  latest.current = variables;
  const wanted = useRef<{ lanes: boolean } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);

  const read = useCallback(async () => {
    timer.current = undefined;
    const { lanes } = wanted.current ?? { lanes: false };
    wanted.current = undefined;
    busy.current = true;
    // A read that fails is made good by the next event, or by the poll that runs while the line is away.
    await client
      .query({ query: BoardPulseDocument, variables: { ...latest.current, lanes }, fetchPolicy: "network-only" })
      .catch(() => {});
    busy.current = false;
    if (wanted.current) timer.current = setTimeout(read, LATE);
  }, [client]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (lanes) => {
      wanted.current = { lanes: lanes || (wanted.current?.lanes ?? false) };
      if (!timer.current && !busy.current) timer.current = setTimeout(read, LATE);
    },
    [read],
  );
}
