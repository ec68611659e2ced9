import { type RawBuilder, sql } from "kysely";
import { rows } from "./database.ts";
import type { Tx } from "./transaction.ts";

export type Subject = "Shift" | "Request" | "Assignment" | "MatchRun" | "Notice" | "Credential";

/** Ids, counts and instants. Never a name, a contact or a free text: events are read by many. */
export type EventFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A thing that happened, told in the past tense. */
export interface EventKind {
  readonly name: string;
  readonly subject: Subject;
}
export const eventKind = <Name extends string>(name: Name, subject: Subject) => ({ name, subject }) as const;

export interface PendingEvent {
  readonly boards: readonly string[];
  readonly kind: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly version: number;
  readonly facts: EventFacts;
}

/** Keys of the streams that people watch. One change may concern several. */
export const boards = {
  district: (districtId: number) => `district/${districtId}`,
  site: (siteId: string) => `site/${siteId}`,
  request: (requestId: string) => `request/${requestId}`,
  person: (personId: string) => `person/${personId}`,
  run: (runId: string) => `run/${runId}`,
} as const;

/** A thing with a board of its own, as it was read. */
export interface OnBoard {
  /** The number of the newest event that this reading holds; absent where it was not read: then every event is news. */
  readonly seq?: number;
}

/**
 * `seq` of a row's own board, for its list of columns: read in the same statement as the row, so that whatever is read
 * of it holds every event up to that number. Read afterwards it could be ahead of the row, and an event would be missed.
 */
export const seqOnBoard = (board: keyof typeof boards, alias: string): RawBuilder<unknown> =>
  sql.raw(`coalesce((select b.seq from board b where b.key = '${board}/' || ${alias}.id), 0) as seq`);

export const seqDescription = "The number of the newest event that this picture holds: follow `boardEvents` from here.";

/** Tells what happened. Written with the change itself: both are kept, or neither. */
export function record(
  tx: Tx,
  kind: EventKind,
  on: readonly string[],
  subject: { readonly id: string; readonly version: number },
  facts: EventFacts = {},
): void {
  tx.events.push({
    boards: [...new Set(on)],
    kind: kind.name,
    subject: kind.subject,
    subjectId: subject.id,
    version: subject.version,
    facts,
  });
}

/**
 * The last statement of a transaction: takes the next numbers of each board concerned (counter rows in key order, so
 * that writers never deadlock), writes the events, queues what reacts to them, and keeps the answer under its
 * idempotency key. One statement, because the counter rows are what everybody waits for.
 */
export async function close(tx: Tx): Promise<void> {
  const causes = tx.events.filter(({ kind }) => tx.platform.jobs.hasReactions(kind));
  const parts = tx.closing.map((part, i) => sql`${sql.raw(`kept_${i}`)} as (${part})`);
  if (tx.events.length > 0) parts.push(...eventParts(tx));
  if (parts.length === 0) return;
  // A plain select inside `with` runs only when it is used, so what queues the reactions stands at the end.
  const last =
    causes.length === 0 ? sql`select 1` : tx.platform.jobs.queueReactions(causes, tx.viewer?.personId ?? null);
  await rows(tx, sql`with ${sql.join(parts)} ${last}`);
}

function eventParts(tx: Tx): RawBuilder<unknown>[] {
  const drafts = tx.events.flatMap(({ boards: on, subjectId, ...event }) =>
    on.map((board) => ({ ...event, board, subject_id: subjectId })),
  );
  return [
    sql`draft as (
      select *, row_number() over (partition by board order by place)::int as n, count(*) over (partition by board)::int as all_of_board
      from rows from (jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
        as (board text, kind text, subject text, subject_id uuid, version int, facts jsonb)) with ordinality
        as d (board, kind, subject, subject_id, version, facts, place))`,
    sql`bumped as (
      insert into board as b (key, seq)
      select board, count(*)::int from draft group by board order by board
      on conflict (key) do update set seq = b.seq + excluded.seq
      returning key, seq)`,
    sql`logged as (
      insert into event (board, seq, kind, subject, subject_id, version, facts, actor_id, at)
      select d.board, b.seq - d.all_of_board + d.n, d.kind, d.subject, d.subject_id, d.version, d.facts,
             ${tx.viewer?.personId ?? null}::uuid, ${tx.now()}::timestamptz
      from draft d join bumped b on b.key = d.board)`,
  ];
}
