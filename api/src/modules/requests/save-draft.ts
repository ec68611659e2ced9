import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { transaction } from "../../platform/transaction.ts";
import { type Draft, type DraftAnswers, type DraftRow, draftColumns, opened, sealAnswers } from "./draft.ts";

export interface SaveDraft {
  readonly answers: DraftAnswers;
  /** The version that the wizard last saw; null: it began with nothing. */
  readonly expectedVersion: number | null;
}

/** Bytes of all answers together: more than any honest form has. */
const mostBytes = 8_192;

/** Keeps a family's answers while they think. Another window that saved meanwhile is not overwritten. */
export async function saveDraft(ctx: Signed, { answers, expectedVersion }: SaveDraft): Promise<Draft> {
  if (Buffer.byteLength(JSON.stringify(answers)) > mostBytes)
    return refuse("TOO_LONG", ["answers"], { most: mostBytes });
  const { personId } = ctx.viewer;
  return transaction(ctx, async (tx) => {
    const sealed = sealAnswers(tx, personId, answers);
    const saved = await row<DraftRow>(
      tx,
      expectedVersion === null
        ? sql`insert into request_draft as d (id, person_id, answers_sealed, saved_at) values (${newId()}, ${personId}, ${sealed}, ${tx.now()})
              on conflict (person_id) do nothing returning ${draftColumns}`
        : sql`update request_draft d set answers_sealed = ${sealed}, version = d.version + 1, saved_at = ${tx.now()}
              where d.person_id = ${personId} and d.version = ${expectedVersion} returning ${draftColumns}`,
    );
    return saved ? opened(tx, personId, saved) : refuse("VERSION_STALE", ["expectedVersion"]);
  });
}
