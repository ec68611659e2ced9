import type { Locale } from "../../kernel/reason.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { updateLocale } from "./store.ts";

/** In which language we write to the viewer from now on. */
export const setLocale = (ctx: Signed, locale: Locale): Promise<void> =>
  transaction(ctx, (tx) => updateLocale(tx, tx.viewer.personId, locale));
