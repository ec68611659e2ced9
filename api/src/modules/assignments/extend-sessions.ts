import { fit } from "../../engine/fitness/fit.ts";
import type { PersonFacts } from "../../engine/fitness/person.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import { cityZone } from "../../kernel/city.ts";
import { DAY, type Instant, type Interval } from "../../kernel/interval.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import type { Schedule } from "../../platform/jobs.ts";
import { readRanges } from "../../platform/ranges.ts";
import type { Task } from "../../platform/reactions.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { overAt } from "../requests/last-day.ts";
import type { AssignmentRow } from "./assignment.ts";
import { SessionSkipped, SessionsAdded } from "./events.ts";
import { holdAssignment } from "./hold-assignment.ts";
import { personFacts } from "./person-facts.ts";
import { type RequestWork, workOfRequest } from "./request-work.ts";
import { sessionsAhead } from "./sessions-ahead.ts";
import { decidedUntil, keepSessions, standingMatches, touchAssignment } from "./standing-store.ts";

const mostAtOnce = 500;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Keeps the sessions of standing matches agreed as far ahead as the policy says. Each match is a transaction of its own
 * and remembers how far it was decided, so this may run twice, or at once; one that fails does not hold up the others.
 */
export const extendSessions: Task = async (ctx, _payload, stopping) => {
  const failures: unknown[] = [];
  let after = first;
  for (;;) {
    const horizon = new Date(ctx.now().getTime() + weeksAhead * 7 * DAY);
    const found = await standingMatches(ctx, horizon, after, mostAtOnce);
    for (const { id } of found) {
      if (stopping.aborted) return;
      await extend(ctx, id).catch((error) => failures.push(error));
      after = id;
    }
    if (found.length < mostAtOnce) break;
  }
  if (failures.length > 0) throw failures[0];
};

/** As many as are looked at when somebody accepts (`Policy.standingWeeks`). */
const weeksAhead = 4;

const extend = (ctx: Context, id: string): Promise<void> =>
  transaction(ctx, async (tx) => {
    const held = await holdAssignment(tx, id);
    if (held?.work.noun !== "request" || held.assignment.state !== "confirmed") return;
    const { assignment } = held;
    const request = held.work.row;
    const decided = await decidedUntil(tx, id);
    const ahead = decided === null ? [] : sessionsOf(request, assignment, decided, tx.now().getTime());
    if (ahead.length === 0) return;
    await lockPerson(tx, assignment.personId);
    const decisions = await decide(tx, request, assignment, ahead);
    const skipped = await keepSessions(tx, assignment, decisions, request.exposure);
    await tellExtended(tx, request, assignment, ahead.length, skipped);
  });

function sessionsOf(request: RequestWork, assignment: AssignmentRow, decided: Date, now: Instant): Interval[] {
  const agreed = {
    weekly: readRanges(assignment.weekly ?? "{}"),
    timeZone: cityZone,
    decided: decided.getTime(),
    endsAt: overAt(request),
  };
  return sessionsAhead(agreed, now, weeksAhead);
}

/** Which of them take place: whoever has taken on something else, is away, or has lost what it needs, is not booked over. */
async function decide(tx: Tx, request: RequestWork, { personId }: AssignmentRow, ahead: readonly Interval[]) {
  const now = tx.now().getTime();
  const span = { startsAt: ahead[0]!.startsAt, endsAt: ahead.at(-1)!.endsAt };
  const person = (await personFacts(tx, [personId], span)).get(personId);
  const agreed = { ...workOfRequest(request, now), state: "open", placesFree: 1 } as const;
  return ahead.map((session) => ({
    ...session,
    takesPlace: person !== undefined && mayServe(person, agreed, session, now),
  }));
}

function mayServe(person: PersonFacts, agreed: WorkFacts, session: Interval, now: Instant): boolean {
  const away = person.availability.exceptions.some(
    ({ free, startsAt, endsAt }) => !free && startsAt < session.endsAt && endsAt > session.startsAt,
  );
  const others = person.assignments.filter(({ workId }) => workId !== agreed.id);
  const work: WorkFacts = { ...agreed, time: { kind: "dated", spans: [session] } };
  return !away && fit({ ...person, assignments: others }, work, now, "self").length === 0;
}

/** Coordinators hear only of what does not take place; that a match goes on is no news to a district. */
async function tellExtended(
  tx: Tx,
  { id: requestId, requesterId, districtId }: RequestWork,
  { id, personId }: AssignmentRow,
  decided: number,
  skipped: readonly string[],
): Promise<void> {
  const both = [boards.person(personId), boards.request(requestId), boards.person(requesterId)];
  if (decided > skipped.length)
    record(tx, SessionsAdded, both, await touchAssignment(tx, id), { requestId, count: decided - skipped.length });
  for (const commitmentId of skipped)
    record(tx, SessionSkipped, [...both, boards.district(districtId)], await touchAssignment(tx, id), {
      requestId,
      commitmentId,
    });
}

/** A quarter past midnight on the city's clock. */
export const sessionSchedules: readonly Schedule[] = [{ task: "extendSessions", match: "15 16 * * *" }];
