import { sql } from "kysely";
import { cityZone } from "../../kernel/city.ts";
import type { Interval } from "../../kernel/interval.ts";
import { DAY } from "../../kernel/interval.ts";
import { expandWeekly } from "../../kernel/weekly.ts";
import { dayOfDate, instantOf } from "../../kernel/zone.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { readRanges } from "../../platform/ranges.ts";
import { requestsById } from "../requests/store.ts";
import { shiftsById } from "../shifts/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import type { Times } from "./store.ts";

export interface NextTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The session that is on or comes next, of each assignment that has taken time. */
export async function nextSessions(ctx: Context, ids: readonly string[]): Promise<Map<string, NextTime>> {
  const found = await rows<NextTime & { id: string }>(
    ctx,
    sql`select distinct on (assignment_id) assignment_id as id, starts_at as "startsAt", ends_at as "endsAt" from commitment
        where assignment_id = any(${ids}) and active and ends_at > ${ctx.now()} order by assignment_id, starts_at`,
  );
  return new Map(found.map(({ id, ...time }) => [id, time]));
}

/** Sessions by their own ids, whether they take place or not. */
export async function sessionsById(ctx: Context, ids: readonly string[]): Promise<Map<string, NextTime>> {
  const found = await rows<NextTime & { id: string }>(
    ctx,
    sql`select id, starts_at as "startsAt", ends_at as "endsAt" from commitment where id = any(${ids})`,
  );
  return new Map(found.map(({ id, ...time }) => [id, time]));
}

/** When it is: of a shift, of the session by which it was found, of the next one, or of the first that is proposed. */
export async function timeOf(ctx: Context, assignment: AssignmentRow & Times): Promise<NextTime | null> {
  const { startsAt, endsAt, shiftId, requestId } = assignment;
  if (startsAt && endsAt) return { startsAt, endsAt };
  if (shiftId) return (await batch(ctx, shiftsById, shiftId)) ?? null;
  const next = await batch(ctx, nextSessions, assignment.id);
  if (next || assignment.state !== "offered" || !requestId) return next ?? null;
  const request = await batch(ctx, requestsById, requestId);
  if (!request) return null;
  if (request.startsAt && request.endsAt) return { startsAt: request.startsAt, endsAt: request.endsAt };
  return firstProposed(assignment.weekly, request.fromOn, ctx.now());
}

function firstProposed(
  weekly: string | null | undefined,
  fromOn: string | null | undefined,
  now: Date,
): NextTime | null {
  const from = fromOn ? instantOf(cityZone, dayOfDate(fromOn) * DAY) : 0;
  const startsAt = Math.max(now.getTime(), from);
  const within: Interval = { startsAt, endsAt: startsAt + 8 * DAY };
  const first = expandWeekly(readRanges(weekly ?? ""), cityZone, within).find(([start]) => start > startsAt);
  return first ? { startsAt: new Date(first[0]), endsAt: new Date(first[1]) } : null;
}
