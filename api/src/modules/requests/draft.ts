import { sql } from "kysely";
import type { WeeklyWindow } from "../../kernel/weekly.ts";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";

/** The wizard's answers so far: anything may be missing, and nothing has been checked. */
export interface DraftAnswers {
  readonly kind?: string | null;
  readonly forWhom?: string | null;
  readonly district?: string | null;
  readonly mode?: string | null;
  readonly urgency?: number | null;
  readonly skill?: string | null;
  readonly subjects?: readonly string[] | null;
  readonly grade?: string | null;
  readonly weekly?: readonly WeeklyWindow[] | null;
  readonly sessionsPerWeek?: number | null;
  readonly sessionMinutes?: number | null;
  readonly genderWish?: string | null;
  readonly language?: string | null;
  readonly note?: string | null;
}

export interface Draft {
  readonly id: string;
  readonly answers: DraftAnswers;
  readonly version: number;
  readonly savedAt: Date;
}

export interface DraftRow {
  readonly id: string;
  readonly answersSealed: Buffer;
  readonly version: number;
  readonly savedAt: Date;
}

export const draftColumns = sql`d.id, d.answers_sealed as "answersSealed", d.version, d.saved_at as "savedAt"`;

const bindOf = (personId: string) => `draft/${personId}`;

export const sealAnswers = ({ platform }: Context, personId: string, answers: DraftAnswers): Buffer =>
  platform.secrets.seal(JSON.stringify(answers), bindOf(personId));

export const opened = ({ platform }: Context, personId: string, { answersSealed, ...draft }: DraftRow): Draft => ({
  ...draft,
  answers: JSON.parse(platform.secrets.open(answersSealed, bindOf(personId))) as DraftAnswers,
});

export async function draftOf(ctx: Context, personId: string): Promise<Draft | null> {
  const found = await row<DraftRow>(
    ctx,
    sql`select ${draftColumns} from request_draft d where d.person_id = ${personId}`,
  );
  return found ? opened(ctx, personId, found) : null;
}

export const dropDraft = (tx: Tx, personId: string) =>
  row(tx, sql`delete from request_draft where person_id = ${personId}`);
