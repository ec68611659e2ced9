import type { BarState, TimelineWindow } from "../../ui/timeline-rows.ts";
import type { AssignmentState, LaneCommitmentFragment, LaneShiftFragment } from "./board.generated.ts";

export type LaneShift = LaneShiftFragment;
export type LaneCommitment = LaneCommitmentFragment;
type Placed = LaneShift["assignments"][number];

/** One place of one shift, or one session of a request. */
export type Seat = {
  /** `assignment/<id>/<of what>` where somebody is on it, else `gap/<shift>/<place>`. */
  key: string;
  /** What a press opens. */
  work: string;
  state: BarState;
  start: number;
  end: number;
  /** `open`: a free place that is no gap is not drawn. */
  kind: "gap" | "offered" | "applied" | "releasing" | "held";
  person: string;
  answerBy?: string | null;
};

export type Lane = {
  key: string;
  name: string /** 1, 2 … where a lane has several. */;
  place: number;
  of: number;
  seats: Seat[];
};

/** Who still counts: those let go are history, not cover. */
const LIVE: readonly AssignmentState[] = ["APPLIED", "OFFERED", "CONFIRMED", "CHECKED_IN", "COMPLETED"];

/** Everybody on a shift, then a gap for each place that its floor still misses. */
export function seatsOf(shift: LaneShift, now: number): Seat[] {
  const [start, end] = [Date.parse(shift.startsAt), Date.parse(shift.endsAt)];
  if (shift.shiftState === "CANCELLED") return [];
  const span = { work: `shift/${shift.id}`, start, end };
  const people = shift.assignments.filter(({ state }) => LIVE.includes(state));
  // An applicant holds no place until a coordinator gives one.
  const held = people.filter(({ state }) => state !== "APPLIED").length;
  const missing = Math.max(0, shift.minimumCover - held);
  return [
    ...people.map((placed) => ({ ...span, ...seatOf(placed, end <= now, shift.id) })),
    ...Array.from({ length: missing }, (_, place) => ({
      ...span,
      key: `gap/${shift.id}/${place}`,
      kind: "gap" as const,
      state: end <= now ? ("past" as const) : ("gap" as const),
      person: "",
    })),
  ];
}

function seatOf(
  placed: Placed,
  over: boolean,
  of: string,
): Pick<Seat, "key" | "kind" | "state" | "person" | "answerBy"> {
  const { state, pinned, releasingSince } = placed;
  const kind =
    state === "OFFERED" ? "offered" : state === "APPLIED" ? "applied" : releasingSince ? "releasing" : "held";
  return {
    key: `assignment/${placed.id}/${of}`,
    kind,
    state: over ? "past" : barOf(state, kind, pinned),
    person: placed.person.name,
    answerBy: placed.answerBy,
  };
}

function barOf(state: AssignmentState, kind: Seat["kind"], pinned: boolean): BarState {
  if (kind === "offered" || kind === "applied") return "wait";
  if (kind === "releasing") return "late";
  if (state === "CHECKED_IN" || state === "COMPLETED") return "in";
  return pinned ? "pinned" : "ok";
}

/** A lane for each place of each site and role, in the order of the sites' names; a seat goes to the first lane that is free then. */
export function shiftLanes(shifts: readonly LaneShift[], shown: TimelineWindow, now: number, seats = seatsOf): Lane[] {
  const groups = groupedBy(shifts, ({ site, role }) => `${site.id}/${role}`);
  const named = [...groups].map(([key, group]) => ({ key, group, name: group[0]?.title ?? "" }));
  return named
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap(({ key, group, name }) => {
      return packed(
        key,
        name,
        group.flatMap((shift) => seats(shift, now)).filter((seat) => touches(seat, shown)),
      );
    });
}

/** A lane for each subject, its sessions below one another where they overlap. */
export function commitmentLanes(commitments: readonly LaneCommitment[], shown: TimelineWindow, now: number): Lane[] {
  const groups = groupedBy(commitments, subjectOf);
  return [...groups].flatMap(([name, group]) =>
    packed(
      `subject/${name}`,
      name,
      group.map((session) => sessionSeat(session, now)).filter((seat) => touches(seat, shown)),
    ),
  );
}

const subjectOf = ({ assignment: { request } }: LaneCommitment): string =>
  request?.subjects[0]?.name ?? request?.title ?? "";

function sessionSeat({ id, startsAt, endsAt, assignment }: LaneCommitment, now: number): Seat {
  const end = Date.parse(endsAt);
  return {
    key: `assignment/${assignment.id}/${id}`,
    work: `request/${assignment.request?.id ?? ""}`,
    kind: "held",
    state: end <= now ? "past" : barOf(assignment.state, "held", assignment.pinned),
    start: Date.parse(startsAt),
    end,
    person: assignment.person.name,
  };
}

/** Map.groupBy is younger than the browsers that people have. */
function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const touches = (seat: Seat, { from, to }: TimelineWindow): boolean => seat.start < to && seat.end > from;

function packed(key: string, name: string, seats: readonly Seat[]): Lane[] {
  const rows: Seat[][] = [];
  for (const seat of seats.toSorted((one, other) => one.start - other.start)) {
    const free = rows.find((row) => (row.at(-1)?.end ?? 0) <= seat.start);
    if (free) free.push(seat);
    else rows.push([seat]);
  }
  return rows.map((row, index) => ({ key: `${key}/${index}`, name, place: index + 1, of: rows.length, seats: row }));
}

/** Lanes in which somebody is missing come first, then as they are. */
export const gapsFirst = (lanes: readonly Lane[]): Lane[] => {
  const needs = (lane: Lane) => lane.seats.some(({ state }) => state === "gap");
  const names = new Set(lanes.filter(needs).map(({ name }) => name));
  return [...lanes.filter(({ name }) => names.has(name)), ...lanes.filter(({ name }) => !names.has(name))];
};
