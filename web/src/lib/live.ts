import type { OperationVariables } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { type BoardLog, catchUp, type Numbered } from "./board-log.ts";
import { connection, watchConnection } from "./connection.ts";
import { type BoardEvents, followBoard } from "./follow-board.ts";

/** Without a socket the screen is read again this often. */
const POLL = 15_000;
/** Before the screen has said where its board stands. */
const UNKNOWN = -1;

/** Keeps one screen equal to its board: replays what was missed, drops doubles, repairs gaps, polls while the socket is away. */
export function useBoardEvents<Data, Variables extends OperationVariables, Event extends Numbered>(
  options: BoardEvents<Data, Variables, Event>,
): void {
  const client = useApolloClient();
  const latest = useRef(options);
  latest.current = options;
  const log = useRef<BoardLog<Event>>({ last: UNKNOWN, waiting: [] });
  const [round, setRound] = useState(0);
  const board = JSON.stringify(options.variables);
  const ready = options.after !== undefined;
  const shown = useRef(board);

  if (shown.current !== board) {
    shown.current = board;
    log.current = { last: UNKNOWN, waiting: [] };
  }
  // Where to begin. From then on the log counts for itself: a fresh read may hold an event that is still to be told.
  if (options.after !== undefined && log.current.last === UNKNOWN) log.current = catchUp(log.current, options.after);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for a replay; everything else is read from refs
  useEffect(() => {
    if (!ready) return;
    return followBoard({
      client,
      board: JSON.parse(board) as OperationVariables,
      log,
      latest,
      replay: () => setRound((now) => now + 1),
    });
  }, [client, board, ready, round]);

  useEffect(() => (ready ? pollWhileAway(() => latest.current.refresh()) : undefined), [ready]);
}

/** Reads once when the line is given up, then every 15 s until it is back. */
function pollWhileAway(refresh: () => unknown): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    const away = connection().state === "offline";
    if (away && !timer) {
      timer = setInterval(() => navigator.onLine && refresh(), POLL);
      if (navigator.onLine) refresh();
    }
    if (!away && timer) {
      clearInterval(timer);
      timer = undefined;
    }
  };
  const stop = watchConnection(look);
  look();
  return () => {
    stop();
    clearInterval(timer);
  };
}
