import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import type { NoticeRow } from "./notice.ts";
import { markRead } from "./store.ts";

const mostAtOnce = 100;

/** The viewer has seen these. Doing it again changes nothing; whatever is not theirs is left out of the answer. */
export async function markNoticesRead(ctx: Signed, ids: readonly string[]): Promise<NoticeRow[]> {
  if (ids.length > mostAtOnce) return refuse("TOO_MANY_ITEMS", ["notices"], { most: mostAtOnce });
  return transaction(ctx, (tx) => markRead(tx, tx.viewer.personId, ids.filter(isId)));
}
