import { sql } from "kysely";
import type { Orm } from "../database.ts";
import { row, rows } from "../database.ts";
import type { EventFacts, Subject } from "../events.ts";

/** One line of a board's log. `seq` counts 1, 2, 3 … without a gap. */
export interface LoggedEvent {
  readonly board: string;
  readonly seq: number;
  readonly kind: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly version: number;
  readonly facts: EventFacts;
  readonly actorId: string | null;
  readonly at: Date;
}

const columns = sql`board, seq, kind, subject, subject_id as "subjectId", version, facts, actor_id as "actorId", at`;

export const eventsAfter = (orm: Orm, board: string, after: number, limit: number): Promise<LoggedEvent[]> =>
  rows(
    { em: orm.em.fork() },
    sql`select ${columns} from event where board = ${board} and seq > ${after} order by seq limit ${limit}`,
  );

export const lastEvents = (orm: Orm, board: string, count: number): Promise<LoggedEvent[]> =>
  rows(
    { em: orm.em.fork() },
    sql`select ${columns} from event where board = ${board} order by seq desc limit ${count}`,
  );

/** The number of a board's newest event; 0 when nothing has happened yet. */
export async function seqOf(orm: Orm, board: string): Promise<number> {
  return (await row<{ seq: number }>({ em: orm.em.fork() }, sql`select seq from board where key = ${board}`))?.seq ?? 0;
}

export async function seqsOf(orm: Orm, boards: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ key: string; seq: number }>(
    { em: orm.em.fork() },
    sql`select key, seq from board where key = any(${boards})`,
  );
  return new Map(found.map(({ key, seq }) => [key, seq]));
}
