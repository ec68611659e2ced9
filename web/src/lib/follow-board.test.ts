import { ApolloClient, ApolloLink, type TypedDocumentNode } from "@apollo/client";
import { parse } from "graphql";
import { Observable, Subject } from "rxjs";
import { expect, test } from "vitest";
import type { BoardLog } from "./board-log.ts";
import { VersionedCache } from "./cache.ts";
import { type BoardEvents, followBoard } from "./follow-board.ts";

type Event = { seq: number; kind: string; shift?: { id: string; version: number; free: number } };
type Data = { boardEvents: Event };
type Variables = { board: string; after: number };

const document = parse(
  "subscription ($board: ID!, $after: Int!) { boardEvents(board: $board, after: $after) { seq kind shift { id version free } } }",
) as TypedDocumentNode<Data, Variables>;
const read = parse("query { shift { id version free } }");

/** A board whose socket the test holds in its hand. */
function given(last: number) {
  const socket = new Subject<ApolloLink.Result>();
  const asked: { sent: unknown; resume: () => number }[] = [];
  const link = new ApolloLink(
    ({ variables, getContext }) =>
      new Observable((observer) => {
        asked.push({ sent: variables, resume: getContext().after });
        return socket.subscribe(observer);
      }),
  );
  const client = new ApolloClient({
    link,
    cache: new VersionedCache({
      typePolicies: { Query: { fields: { shift: { read: (_, { toReference }) => toReference("Shift:1") } } } },
    }),
  });
  const told = { batches: [] as number[][], replays: 0, refreshes: 0 };
  const log: { current: BoardLog<Event> } = { current: { last, waiting: [] } };
  const latest: { current: BoardEvents<Data, Variables, Event> } = {
    current: {
      document,
      variables: { board: "b" },
      after: last,
      pick: (data) => data.boardEvents,
      isReset: (event) => event.kind === "RESET",
      onEvents: (events) => told.batches.push(events.map((event) => event.seq)),
      refresh: () => told.refreshes++,
    },
  };
  const follow = () => followBoard({ client, board: { board: "b" }, log, latest, replay: () => told.replays++ });
  const send = (seq: number, kind = "UPSERT", free = 0) =>
    socket.next({
      data: {
        boardEvents: {
          __typename: "BoardEvent",
          seq,
          kind,
          shift: { __typename: "Shift", id: "1", version: seq, free },
        },
      },
    });
  return { client, asked, told, log, follow, send, watched: () => socket.observed };
}

test("asks for what came after the screen, and after a reconnect for what came after the last event", () => {
  const board = given(7);
  const stop = board.follow();
  expect(board.asked[0]?.sent).toEqual({ board: "b", after: 7 });
  board.send(8);
  expect(board.asked[0]?.resume()).toBe(8);
  stop();
});

test("shows a burst once, without its doubles, with the entities already in the cache", () => {
  const board = given(7);
  const stop = board.follow();
  for (const seq of [7, 8, 8, 9]) board.send(seq, "UPSERT", 10 - seq);
  expect(board.told.batches).toEqual([]);
  stop();
  expect(board.told.batches).toEqual([[8, 9]]);
  expect(board.client.readQuery({ query: read })).toEqual({
    shift: { __typename: "Shift", id: "1", version: 9, free: 1 },
  });
});

test("a gap ends the subscription and asks for a replay from the last event seen", () => {
  const board = given(7);
  const stop = board.follow();
  board.send(8);
  board.send(10);
  expect(board.told.replays).toBe(1);
  expect(board.watched()).toBe(false);
  stop();
  const stopAgain = board.follow();
  expect(board.asked[1]?.sent).toEqual({ board: "b", after: 8 });
  board.send(9);
  board.send(10);
  stopAgain();
  expect(board.told.batches).toEqual([[8], [9, 10]]);
  expect(board.told.refreshes).toBe(0);
});

test("a gap that replays cannot close makes the whole screen be read again", () => {
  const board = given(7);
  for (let round = 0; round < 4; round++) {
    const stop = board.follow();
    board.send(10);
    stop();
  }
  expect(board.told.refreshes).toBe(1);
  expect(board.log.current.last).toBe(9);
});

test("a reset makes the whole screen be read again and goes on after it", () => {
  const board = given(7);
  const stop = board.follow();
  board.send(40, "RESET");
  board.send(41);
  stop();
  expect(board.told.refreshes).toBe(1);
  expect(board.told.batches).toEqual([[41]]);
});
