import { HOUR, type Instant, MINUTE } from "../kernel/interval.ts";
import type { Range } from "../kernel/ranges.ts";
import { weekdayOf } from "../kernel/zone.ts";
import { writeRanges } from "../platform/ranges.ts";
import { dateText, instantAt, instantText } from "./calendar.ts";
import { skillId, specialismId } from "./catalogue.ts";
import { Load } from "./copy.ts";
import { type Course, courseOf } from "./course.ts";
import { type Helper, Helpers } from "./helpers.ts";
import { inhabitant } from "./inhabitant.ts";
import { membersOf } from "./plan.ts";
import { Random } from "./random.ts";
import { isVolunteers, juniorMath, volunteerAsHelper, volunteersPool } from "./reserved.ts";
import type { Roster } from "./roster.ts";
import { lessonHours, windowAt } from "./week.ts";
import { type Wish, wishOf } from "./wishes.ts";

const rowsAtOnce = 20_000;

/** The number that the campaign's first request bears. */
export const firstRequestNumber = 2041;
/** So many of the first are over, whatever becomes of the others: waits are read from them. */
const surelyOver = 88;

/** What families have asked for in the last six weeks, and what became of it, oldest first. */
export function* requests(roster: Roster): Generator<Load> {
  const { plan, calendar } = roster;
  const helpers = new Helpers(plan, calendar);
  helpers.join(volunteersPool, volunteerAsHelper(roster.personas));
  const families = familiesOf(roster);
  let load = new Load();
  for (const [number, index] of families.entries()) {
    new Writer(load, roster, helpers, number, index, families.length).write();
    if (load.count < rowsAtOnce) continue;
    yield load;
    load = new Load();
  }
  yield load;
}

/** One family a request, the districts mixed. */
function familiesOf({ plan }: Roster): Uint32Array {
  const all = plan.districts.flatMap((district) => membersOf(district, ({ part }) => part === "family"));
  return new Random(plan.seed, "families").shuffle(Uint32Array.from(all));
}

interface Match {
  readonly helper: Helper;
  /** The hour of the week that was agreed. */
  readonly session: Range;
}

class Writer {
  readonly #load: Load;
  readonly #roster: Roster;
  readonly #helpers: Helpers;
  readonly #random: Random;
  readonly #number: number;
  readonly #requesterId: string;
  readonly #districtId: number;
  readonly #wish: Wish;
  readonly #course: Course;

  constructor(load: Load, roster: Roster, helpers: Helpers, number: number, family: number, total: number) {
    this.#load = load;
    this.#roster = roster;
    this.#helpers = helpers;
    this.#number = number;
    this.#random = new Random(roster.plan.seed, "request", number);
    const { id, districtId } = inhabitant(roster.plan, roster.calendar, family);
    this.#requesterId = id;
    this.#districtId = districtId;
    const early = number < surelyOver;
    const progress = early ? number / surelyOver : (number - surelyOver + 1) / (total - surelyOver);
    const wish = wishOf(this.#random, number, districtId);
    const course = courseOf(this.#random, progress, early, roster.calendar);
    const mine = isVolunteers(number);
    this.#wish = mine ? juniorMath(wish) : wish;
    this.#course = mine ? { ...course, untilDay: roster.calendar.today - 30 } : course;
  }

  write(): void {
    const { state } = this.#course;
    const match =
      state === "open" ? this.#offered() : state === "cancelled" ? null : this.#agreed(state !== "completed");
    const found = match === null && state !== "open" ? "cancelled" : state;
    const windows = this.#windows(match);
    const id = this.#random.id(this.#course.submittedAt);
    this.#request(id, found, windows, match === null ? 0 : 1);
    if (match) this.#assign(id, match);
  }

  /** One open request in four has an offer out. */
  #offered(): Match | null {
    return this.#random.chance(0.25) ? this.#agreed(true) : null;
  }

  #agreed(standing: boolean): Match | null {
    const found = this.#helpers.find(this.#wish.pool, standing);
    if (!found) return null;
    const from = found.window[0];
    return { helper: found.helper, session: [from, from + this.#wish.minutes] };
  }

  /** The hours that suit the family: those agreed among them. Open lessons in junior mathematics leave Tuesday, Thursday and weekends to the visitor's own. */
  #windows(match: Match | null): Range[] {
    const own = this.#wish.pool.startsWith("math/junior")
      ? [windowAt(1, 19, 21), windowAt(3, 19, 21)]
      : lessonHours(this.#random, 2);
    if (!match) return own;
    const [from] = match.session;
    const agreed: Range = [from, from + 120];
    return [...own.filter((window) => window[0] !== from), agreed].sort((a, b) => a[0] - b[0]);
  }

  #request(id: string, state: Course["state"], windows: readonly Range[], taken: number): void {
    const { kind, forWhom, mode, skill, specialisms, grade, minutes } = this.#wish;
    const { submittedAt, matchedAt, fromDay, untilDay } = this.#course;
    const isMatched = taken > 0 && state !== "open" && matchedAt !== null;
    const at = instantText(submittedAt);
    this.#load.add("request", [
      id,
      firstRequestNumber + this.#number,
      this.#requesterId,
      kind,
      state,
      forWhom,
      this.#districtId,
      mode,
      this.#random.weighted([
        [0, 20],
        [1, 55],
        [2, 20],
        [3, 5],
      ]),
      taken,
      skillId(skill),
      `{${specialisms.map(specialismId).join(",")}}`,
      grade,
      writeRanges(windows),
      1,
      minutes,
      dateText(fromDay),
      dateText(untilDay),
      state === "open" && this.#random.chance(0.1) ? "female" : null,
      kind === "tutoring",
      state === "cancelled" ? this.#random.pick(["no_longer_needed", "found_elsewhere", "other"]) : null,
      at,
      isMatched ? instantText(matchedAt) : null,
      isMatched ? 3 : 1,
      at,
    ]);
  }

  #assign(requestId: string, { helper, session }: Match): void {
    const { state, matchedAt } = this.#course;
    const { now } = this.#roster.calendar;
    const confirmedAt = state === "open" ? null : matchedAt;
    const offeredAt =
      confirmedAt === null
        ? now - this.#random.whole(5, 19) * MINUTE
        : this.#between(this.#course.submittedAt, confirmedAt);
    const answerBy = confirmedAt === null ? now + this.#random.whole(1, 12) * HOUR : offeredAt + 24 * HOUR;
    const id = this.#random.id(offeredAt);
    this.#load.add("assignment", [
      id,
      helper.id,
      null,
      requestId,
      this.#districtId,
      confirmedAt === null ? "offered" : state === "completed" ? "completed" : "confirmed",
      "matched",
      instantText(offeredAt),
      instantText(answerBy),
      confirmedAt === null ? null : instantText(confirmedAt),
      null,
      null,
      writeRanges([session]),
      confirmedAt === null ? 1 : state === "completed" ? 3 : 2,
      instantText(offeredAt),
    ]);
    if (confirmedAt !== null) this.#sessions(id, helper, session);
  }

  /** A session each week of the arrangement, four weeks ahead at the most. */
  #sessions(assignmentId: string, helper: Helper, [from, to]: Range): void {
    const { fromDay, untilDay } = this.#course;
    const { today } = this.#roster.calendar;
    const weekday = Math.floor(from / 1440) + 1;
    const minute = from % 1440;
    const last = Math.min(untilDay, today + 28);
    for (let day = fromDay; day <= last; day++) {
      if (weekdayOf(day) !== weekday) continue;
      const startsAt = instantAt(day, minute);
      const span = [instantText(startsAt), instantText(startsAt + (to - from) * MINUTE)];
      this.#load.add("commitment", [
        this.#random.id(startsAt - 7 * 24 * HOUR),
        assignmentId,
        helper.id,
        this.#districtId,
        ...span,
        "none",
        true,
      ]);
    }
  }

  #between(from: Instant, to: Instant): Instant {
    return this.#random.whole(from, to);
  }
}
