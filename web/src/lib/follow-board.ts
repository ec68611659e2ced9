import {
  type ApolloCache,
  type ApolloClient,
  ApolloLink,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client";
import { type BoardLog, catchUp, flush, type Numbered, takeEvent } from "./board-log.ts";

/** Events wait this long so that a burst is one redraw. */
const FLUSH = 100;
/** Replays asked for the same gap before the whole screen is read again. */
const TRIES = 3;

export type BoardEvents<Data, Variables extends OperationVariables, Event extends Numbered> = {
  /** `subscription … ($board, $after: Int!) { boardEvents(board: $board, after: $after) { seq … } }` */
  document: TypedDocumentNode<Data, Variables>;
  /** All variables but `after`; a change of them is another board. */
  variables: Omit<Variables, "after">;
  /** The board's sequence number that the screen showed when it was first loaded; `undefined` until then. */
  after: number | undefined;
  pick: (data: Data) => Event;
  /** An event that says: too much is missing, read the screen again. */
  isReset?: (event: Event) => boolean;
  /** Runs inside one cache batch, after the events' entities were written: only list membership is left to do. */
  onEvents: (events: readonly Event[], cache: ApolloCache) => void;
  /** Reads the whole screen again. */
  refresh: () => unknown;
};

type Following<Data, Variables extends OperationVariables, Event extends Numbered> = {
  client: ApolloClient;
  board: OperationVariables;
  log: { current: BoardLog<Event> };
  latest: { current: BoardEvents<Data, Variables, Event> };
  replay: () => void;
};

/** How often in a row each log met a gap. */
const gaps = new WeakMap<object, number>();

/** Follows a board from where its log stands until the returned function is called; what waits is then shown at once. */
export function followBoard<Data, Variables extends OperationVariables, Event extends Numbered>({
  client,
  board,
  log,
  latest,
  replay,
}: Following<Data, Variables, Event>): () => void {
  const query = client.cache.transformDocument(latest.current.document);
  let results: Data[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => {
    timer = undefined;
    const taken = flush(log.current);
    log.current = taken.log;
    const written = results;
    results = [];
    client.cache.batch({
      update: (cache) => {
        for (const result of written)
          cache.write({ dataId: "ROOT_SUBSCRIPTION", query, variables: board, result: result as object });
        if (taken.events.length > 0) latest.current.onEvents(taken.events, cache);
      },
    });
  };

  const take = (data: Data) => {
    const event = latest.current.pick(data);
    if (latest.current.isReset?.(event)) {
      log.current = catchUp(log.current, event.seq);
      return latest.current.refresh();
    }
    const taken = takeEvent(log.current, event);
    log.current = taken.log;
    if (taken.verdict === "gap") return repair(event);
    if (taken.verdict === "seen") return;
    gaps.delete(log);
    results.push(data);
    timer ??= setTimeout(show, FLUSH);
  };

  const repair = (event: Event) => {
    const tries = (gaps.get(log) ?? 0) + 1;
    gaps.set(log, tries);
    subscription.unsubscribe();
    if (tries > TRIES) {
      gaps.delete(log);
      log.current = catchUp(log.current, event.seq - 1);
      latest.current.refresh();
    }
    replay();
  };

  // The link, not client.subscribe: masking would strip the fragments before they reach the cache.
  const subscription = ApolloLink.execute(
    client.link,
    { query, variables: { ...board, after: log.current.last }, context: { after: () => log.current.last } },
    { client },
  ).subscribe({ next: ({ data }) => data && take(data as Data), error: () => {} });

  return () => {
    subscription.unsubscribe();
    if (!timer) return;
    clearTimeout(timer);
    show();
  };
}
