import type { Context } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { today } from "../people/rules.ts";
import { lockOverdue, markExpired } from "./credential-store.ts";
import { tellCredential } from "./tell-credential.ts";

const atOnce = 200;

/** Ends every verified credential whose last day is over, in portions; doing it again does nothing. */
export async function expireCredentials(ctx: Context, _: unknown, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const expired = await transaction(ctx, async (tx) => {
      const overdue = await lockOverdue(tx, today(tx.now()), atOnce);
      if (overdue.length === 0) return 0;
      await markExpired(
        tx,
        overdue.map(({ id }) => id),
      );
      for (const credential of overdue)
        await tellCredential(tx, { ...credential, state: "expired", version: credential.version + 1 });
      return overdue.length;
    });
    if (expired < atOnce) return;
  }
}
