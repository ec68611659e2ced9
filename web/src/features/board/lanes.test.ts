import { expect, test } from "vitest";
import { commitmentLanes, gapsFirst, type LaneCommitment, type LaneShift, seatsOf, shiftLanes } from "./lanes.ts";

const noon = Date.parse("2026-11-25T12:00:00+08:00");
const hour = 3_600_000;
const shown = { from: noon, to: noon + 12 * hour };
const iso = (hours: number) => new Date(noon + hours * hour).toISOString();

type Held = Partial<LaneShift["assignments"][number]>;
const held = (id: string, facts: Held = {}): LaneShift["assignments"][number] => ({
  __typename: "Assignment",
  id,
  state: "CONFIRMED",
  pinned: false,
  answerBy: null,
  releasingSince: null,
  version: 1,
  person: { __typename: "Person", id: `p-${id}`, name: id },
  ...facts,
});
const shift = (id: string, from: number, assignments: LaneShift["assignments"], facts: Partial<LaneShift> = {}) =>
  ({
    __typename: "Shift",
    id,
    title: "Hotline A seat",
    role: "SEAT",
    shiftState: "PUBLISHED",
    places: 4,
    minimumCover: 2,
    startsAt: iso(from),
    endsAt: iso(from + 2),
    version: 1,
    site: { __typename: "Site", id: "A", name: "Hotline A" },
    assignments,
    ...facts,
  }) as LaneShift;

const states = (one: LaneShift, now = noon) => seatsOf(one, now).map(({ state }) => state);

test("a shift shows everybody on it and a gap for each place that its floor misses", () => {
  expect(states(shift("s", 2, [held("lin")]))).toEqual(["ok", "gap"]);
  expect(states(shift("s", 2, []))).toEqual(["gap", "gap"]);
});

test("free places above the floor are no gaps", () => {
  expect(states(shift("s", 2, [held("lin"), held("he")]))).toEqual(["ok", "ok"]);
});

test("an offer holds its place, an application does not", () => {
  expect(states(shift("s", 2, [held("lin", { state: "OFFERED" }), held("he")]))).toEqual(["wait", "ok"]);
  expect(states(shift("s", 2, [held("lin", { state: "APPLIED" }), held("he")]))).toEqual(["wait", "ok", "gap"]);
});

test("whoever was let go, declined or did not answer leaves a gap", () => {
  const gone = (["CANCELLED", "DECLINED", "EXPIRED", "RELEASED", "NO_SHOW"] as const).map((state) =>
    held(state, { state }),
  );
  expect(states(shift("s", 2, gone))).toEqual(["gap", "gap"]);
});

test("checked in, pinned and waiting to be relieved look different", () => {
  const people = [
    held("a", { state: "CHECKED_IN" }),
    held("b", { pinned: true }),
    held("c", { releasingSince: iso(0) }),
  ];
  expect(states(shift("s", 2, people))).toEqual(["in", "pinned", "late"]);
});

test("what is over is past, also where somebody was missing; a cancelled shift is not drawn", () => {
  expect(states(shift("s", -4, [held("lin")]))).toEqual(["past", "past"]);
  expect(states(shift("s", 2, [], { shiftState: "CANCELLED" }))).toEqual([]);
});

test("the places of a site are its lanes, and shifts that follow one another share them", () => {
  const lanes = shiftLanes(
    [shift("s", 0, [held("a"), held("b")]), shift("t", 2, [held("c"), held("d"), held("e")])],
    shown,
    noon,
  );
  expect(lanes.map((lane) => [lane.place, lane.of, lane.seats.map(({ person }) => person)])).toEqual([
    [1, 3, ["a", "c"]],
    [2, 3, ["b", "d"]],
    [3, 3, ["e"]],
  ]);
});

test("what lies outside the hours shown takes no lane", () => {
  expect(shiftLanes([shift("s", -6, [held("a")])], shown, noon)).toEqual([]);
});

test("sessions stand by subject, below one another where they overlap", () => {
  const session = (id: string, from: number): LaneCommitment =>
    ({
      __typename: "Commitment",
      id,
      startsAt: iso(from),
      endsAt: iso(from + 2),
      assignment: {
        ...held(id),
        request: {
          __typename: "Request",
          id: `r-${id}`,
          title: "Grade 8 maths",
          subjects: [{ __typename: "Specialism", id: "m", name: "maths" }],
        },
      },
    }) as LaneCommitment;
  const lanes = commitmentLanes([session("a", 1), session("b", 2), session("c", 3)], shown, noon);
  expect(lanes.map(({ name, seats }) => [name, seats.map(({ person }) => person)])).toEqual([
    ["maths", ["a", "c"]],
    ["maths", ["b"]],
  ]);
});

test("a place where somebody is missing comes before the others, with all its lanes", () => {
  const lanes = shiftLanes(
    [
      shift("full", 2, [held("a"), held("b")], { title: "Gate", site: { __typename: "Site", id: "G", name: "Gate" } }),
      shift("short", 2, [held("c")]),
    ],
    shown,
    noon,
  );
  expect(gapsFirst(lanes).map(({ name }) => name)).toEqual(["Hotline A seat", "Hotline A seat", "Gate", "Gate"]);
});
