import type { ApolloClient } from "@apollo/client";
import { useCallback, useEffect, useRef } from "react";
import { connection } from "../../lib/connection.ts";
import { BoardPulseDocument, type BoardQueryVariables } from "./board.generated.ts";

/** A burst of events is one read; with the socket's 100 ms and the answer, a change still shows within a second. */
const LATE = 300;
/** A read that failed while the line stands is tried again after this long. */
const AGAIN = 3_000;

type Wanted = { lanes: boolean } | undefined;

/** Reads the counted part of the board again soon; `lanes`: its lists too. Never two reads at once. */
export function useLatePulse(client: ApolloClient, variables: BoardQueryVariables): (lanes: boolean) => void {
  const latest = useRef(variables);
  latest.current = variables;
  const wanted = useRef<Wanted>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const gone = useRef(false);

  const read = useCallback(async () => {
    timer.current = undefined;
    const { lanes } = wanted.current ?? { lanes: false };
    wanted.current = undefined;
    busy.current = true;
    const failed = await client
      .query({ query: BoardPulseDocument, variables: { ...latest.current, lanes }, fetchPolicy: "network-only" })
      .then(
        () => false,
        () => true,
      );
    busy.current = false;
    // While the line is away, the poll that then runs makes it good.
    const again = failed && connection().state === "live";
    if (again) want(wanted, lanes);
    if (wanted.current && !gone.current) timer.current = setTimeout(read, again ? AGAIN : LATE);
  }, [client]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      clearTimeout(timer.current);
    };
  }, []);

  return useCallback(
    (lanes) => {
      want(wanted, lanes);
      if (!timer.current && !busy.current) timer.current = setTimeout(read, LATE);
    },
    [read],
  );
}

/** Once lists are wanted they stay wanted. */
function want(wanted: { current: Wanted }, lanes: boolean): void {
  wanted.current = { lanes: lanes || (wanted.current?.lanes ?? false) };
}
