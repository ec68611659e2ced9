import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { NoticeFacts, NoticeKind, NoticeRow } from "./notice.ts";

const columns = sql`n.id, n.person_id as "personId", n.kind, n.facts, n.made_at as "madeAt", n.read_at as "readAt"`;

export async function noticesById(ctx: Context, ids: readonly string[]): Promise<Map<string, NoticeRow>> {
  const found = await rows<NoticeRow>(ctx, sql`select ${columns} from notice n where n.id = any(${ids})`);
  return new Map(found.map((notice) => [notice.id, notice]));
}

/** Somebody's inbox, newest first. */
export function inboxOf(ctx: Context, personId: string, { limit, backward, from }: Window): Promise<NoticeRow[]> {
  const beyond =
    from && sql`and (n.made_at, n.id) ${sql.raw(backward ? ">" : "<")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  const order = sql.raw(backward ? "n.made_at, n.id" : "n.made_at desc, n.id desc");
  return rows(
    ctx,
    sql`select ${columns} from notice n where n.person_id = ${personId} and n.channel = 'inbox' ${beyond ?? sql``}
        order by ${order} limit ${limit + 1}`,
  );
}

export async function unreadByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ id: string; unread: number }>(
    ctx,
    sql`select person_id as id, count(*)::int as unread from notice
        where person_id = any(${ids}) and channel = 'inbox' and read_at is null group by person_id`,
  );
  return new Map(found.map(({ id, unread }) => [id, unread]));
}

/** Marks the viewer's own; those of others are left alone, and not told apart from none. */
export const markRead = (tx: Tx, personId: string, ids: readonly string[]): Promise<NoticeRow[]> =>
  rows(
    tx,
    sql`update notice n set read_at = coalesce(n.read_at, ${tx.now()})
        where n.person_id = ${personId} and n.channel = 'inbox' and n.id = any(${ids}) returning ${columns}`,
  );

export interface NewNotice {
  readonly id: string;
  readonly personId: string;
  readonly channel: "inbox" | "email";
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
}

/** Writes those that are not there yet, by cause, person and channel; gives the ones it has written. */
export const insertNotices = (
  tx: Tx,
  cause: string,
  notices: readonly NewNotice[],
): Promise<{ readonly id: string; readonly personId: string; readonly channel: "inbox" | "email" }[]> =>
  rows(
    tx,
    sql`insert into notice (id, person_id, cause, channel, kind, facts, made_at)
        select d.id, d."personId", ${cause}::text, d.channel, d.kind, d.facts, ${tx.now()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
          as d (id uuid, "personId" uuid, channel text, kind text, facts jsonb)
        order by d."personId", d.channel
        on conflict on constraint notice_once do nothing
        returning id, person_id as "personId", channel`,
  );

/** Who of these people has an e-mail address. */
export const withEmail = async (ctx: Context, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await rows<{ id: string }>(ctx, sql`select id from person where id = any(${ids}) and email_sealed is not null`)
    ).map(({ id }) => id),
  );

/** A letter that was not sent yet, held so that no other process sends it too. */
export const lockUnsent = (tx: Tx, id: string): Promise<NoticeRow | undefined> =>
  row(
    tx,
    sql`select ${columns} from notice n where n.id = ${id} and n.channel = 'email' and n.sent_at is null for update skip locked`,
  );

export const markSent = (tx: Tx, id: string) => row(tx, sql`update notice set sent_at = ${tx.now()} where id = ${id}`);

const mostCoordinators = 50;

/** Who coordinates a district; whoever coordinates the whole city is asked only where it has nobody of its own. */
export const coordinatorsOf = async (ctx: Context, districtId: number): Promise<string[]> => {
  const found = await rows<{ id: string; own: boolean }>(
    ctx,
    sql`select distinct person_id as id, district_id is not null as own from role_grant
        where role = 'coordinator' and revoked_at is null and (district_id = ${districtId} or district_id is null)
        order by own desc, id limit ${mostCoordinators}`,
  );
  const own = found.filter((one) => one.own);
  return (own.length > 0 ? own : found).map(({ id }) => id);
};

/** Who is bound to a request for good. */
export const helpersOf = async (ctx: Context, requestId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      ctx,
      sql`select person_id as id from assignment where request_id = ${requestId} and state in ('confirmed', 'checked_in', 'completed')`,
    )
  ).map(({ id }) => id);
