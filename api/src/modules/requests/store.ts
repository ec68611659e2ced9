import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import { seqOnBoard } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import { type EndReason, type RequestRow, RequestSchema } from "./request.ts";
import { liveStates, type RequestState } from "./states.ts";

/** The columns alone, for reading very many. */
export const requestFields = columnsOf(RequestSchema, "q");
export const requestColumns = sql`${requestFields}, ${seqOnBoard("request", "q")}`;

export async function requestsById(ctx: Context, ids: readonly string[]): Promise<Map<string, RequestRow>> {
  const found = await rows<RequestRow>(ctx, sql`select ${requestColumns} from request q where q.id = any(${ids})`);
  return new Map(found.map((request) => [request.id, request]));
}

/** Holds the request until the transaction ends: nobody answers, confirms or cancels it meanwhile. */
export const lockRequest = (tx: Tx, id: string): Promise<RequestRow | undefined> =>
  row(tx, sql`select ${requestColumns} from request q where q.id = ${id} for update`);

/** A person's own requests, newest first; up to one more than the window asks for. */
export function requestsOf(ctx: Context, personId: string, { limit, backward, from }: Window): Promise<RequestRow[]> {
  const beyond =
    from === null
      ? sql``
      : sql`and (q.made_at, q.id) ${sql.raw(backward ? ">" : "<")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  return rows(
    ctx,
    sql`select ${requestColumns} from request q where q.requester_id = ${personId} and q.state <> 'draft' ${beyond}
        order by ${sql.raw(backward ? "q.made_at, q.id" : "q.made_at desc, q.id desc")} limit ${limit + 1}`,
  );
}

/** A district's requests, those that have waited longest first; up to one more than the window asks for. */
export function requestsIn(
  ctx: Context,
  districtId: number,
  state: string | null,
  { limit, backward, from }: Window,
): Promise<RequestRow[]> {
  const beyond =
    from === null
      ? sql``
      : sql`and (q.submitted_at, q.id) ${sql.raw(backward ? "<" : ">")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  return rows(
    ctx,
    sql`select ${requestColumns} from request q
        where q.district_id = ${districtId} and q.submitted_at is not null ${state === null ? sql`` : sql`and q.state = ${state}`} ${beyond}
        order by ${sql.raw(backward ? "q.submitted_at desc, q.id desc" : "q.submitted_at, q.id")} limit ${limit + 1}`,
  );
}

/** The caller holds the person's lock, so that two submissions cannot both be the last that is allowed. */
export async function countLive(tx: Tx, personId: string): Promise<number> {
  const found = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from request where requester_id = ${personId} and state = any(${liveStates})`,
  );
  return found?.n ?? 0;
}

/** What a new request starts with; everything else has its default. */
export type NewRequest = Pick<
  RequestRow,
  | "id"
  | "requesterId"
  | "kind"
  | "forWhom"
  | "districtId"
  | "mode"
  | "urgency"
  | "skillId"
  | "specialisms"
  | "grade"
  | "weekly"
  | "sessionsWeek"
  | "sessionMinutes"
  | "fromOn"
  | "untilOn"
  | "language"
  | "genderWish"
  | "noteSealed"
  | "withMinors"
>;

export async function insertRequest(tx: Tx, given: NewRequest): Promise<RequestRow> {
  const made = await row<RequestRow>(
    tx,
    sql`insert into request as q (id, requester_id, kind, state, for_whom, district_id, mode, urgency, skill_id, specialisms, grade, weekly,
          sessions_week, session_minutes, from_on, until_on, language, gender_wish, note_sealed, with_minors, submitted_at, made_at)
        values (${given.id}, ${given.requesterId}, ${given.kind}, 'open', ${given.forWhom}, ${given.districtId}, ${given.mode}, ${given.urgency},
          ${given.skillId}, ${given.specialisms}, ${given.grade}, ${given.weekly}, ${given.sessionsWeek}, ${given.sessionMinutes}, ${given.fromOn},
          ${given.untilOn}, ${given.language}, ${given.genderWish}, ${given.noteSealed}, ${given.withMinors}, ${tx.now()}, ${tx.now()})
        returning ${requestColumns}`,
  );
  return made!;
}

/** Moves a request that the caller holds; the table of legal moves is states.ts. */
export async function moveRequest(tx: Tx, id: string, to: RequestState): Promise<RequestRow> {
  const moved = await row<RequestRow>(
    tx,
    sql`update request q set state = ${to}, version = q.version + 1 where q.id = ${id} returning ${requestColumns}`,
  );
  return moved!;
}

/** Cancels a request that the caller holds: nobody has a place on it any more. */
export async function closeRequest(tx: Tx, id: string, reason: EndReason): Promise<RequestRow> {
  const closed = await row<RequestRow>(
    tx,
    sql`update request q set state = 'cancelled', taken = 0, cancel_reason = ${reason}, version = q.version + 1
        where q.id = ${id} returning ${requestColumns}`,
  );
  return closed!;
}

/** Live requests whose last day is before `today`, or whose dated end has come, in the order of their ids after `after`. */
export const requestsPast = (
  ctx: Context,
  { today, now }: { readonly today: string; readonly now: Date },
  after: string,
  limit: number,
): Promise<{ id: string }[]> =>
  rows(
    ctx,
    sql`select id from request where id > ${after} and state = any(${liveStates}) and (until_on < ${today}::date or ends_at <= ${now})
        order by id limit ${limit}`,
  );
