import { newId } from "../../kernel/id.ts";
import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { NoticeMade } from "./events.ts";
import { mailAt } from "./quiet-hours.ts";
import type { Draft } from "./recipients.ts";
import { insertNotices, type NewNotice, withEmail } from "./store.ts";

/**
 * Tells each person once for one cause and channel, however often this runs: what `notice_once` has refused is neither
 * announced nor sent.
 */
export async function makeNotices(ctx: Context, cause: string, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const reachable = await withEmail(
    ctx,
    drafts.map(({ personId }) => personId),
  );
  await transaction(ctx, async (tx) => {
    const id = () => newId(tx.now().getTime());
    const notices: NewNotice[] = drafts.flatMap(({ personId, kind, facts }) => [
      { id: id(), personId, channel: "inbox", kind, facts },
      ...(reachable.has(personId) ? [{ id: id(), personId, channel: "email" as const, kind, facts }] : []),
    ]);
    for (const made of await insertNotices(tx, cause, notices)) {
      if (made.channel === "inbox") record(tx, NoticeMade, [boards.person(made.personId)], { id: made.id, version: 1 });
      else await queueLetter(tx, made.id, drafts.find(({ personId }) => personId === made.personId)?.concerns ?? null);
    }
  });
}

async function queueLetter(tx: Tx, notice: string, concerns: Date | null): Promise<void> {
  const at = mailAt(tx.now(), concerns);
  await tx.platform.jobs.queue(tx, "sendNotice", { notice }, { key: `notice/${notice}`, ...(at && { at }) });
}
