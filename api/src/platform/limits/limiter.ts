import { sql } from "kysely";
import { refuse } from "../../kernel/refusal.ts";
import { type Orm, row } from "../database.ts";

/** Counts tries in the database, so that many API processes share one count. */
export interface Limiter {
  /** One more try of `what` by `who`; refuses with TOO_MANY_TRIES when that is over `most` within `seconds`. */
  take(what: string, who: Buffer, limit: { readonly most: number; readonly seconds: number }, now: Date): Promise<void>;
}

export const openLimiter = (orm: Orm): Limiter => ({
  async take(what, who, { most, seconds }, now) {
    const slot = Math.floor(now.getTime() / 1_000 / seconds);
    const counted = await row<{ tries: number }>(
      { em: orm.em.fork() },
      sql`insert into try_count as t (what, who, slot, tries, until) values (${what}, ${who}, ${slot}, 1, ${new Date((slot + 1) * seconds * 1_000)})
          on conflict (what, who, slot) do update set tries = t.tries + 1 returning tries`,
    );
    if ((counted?.tries ?? 0) > most)
      refuse("TOO_MANY_TRIES", [], { seconds: (slot + 1) * seconds - Math.floor(now.getTime() / 1_000) });
  },
});
