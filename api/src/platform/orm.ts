import { type AnyEntity, type EntityClass, type EntitySchema, MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import type { Orm } from "./database.ts";
import { wireTypes } from "./wire-types.ts";

type Entities = (EntityClass<AnyEntity> | EntitySchema)[];

/**
 * `useBatchUpdates` stays off: with it on, a flush that changes two or more versioned entities loses updates
 * (77 of 95 acknowledged ones, measured); test/races/lost-update shows it.
 */
export function openDatabase(
  url: string,
  entities: Entities,
  options: { connections?: number; deadlineMs?: number; onQuery?: (sql: string) => void } = {},
) {
  return MikroORM.init({
    clientUrl: url,
    entities,
    driverOptions: {
      types: wireTypes(),
      application_name: "shouwang",
      // The second wall behind an operation's own deadline, and the only one for jobs.
      statement_timeout: (options.deadlineMs ?? 10_000) + 1_000,
      ...(options.onQuery && { onPoolCreated: (pool: Pool) => listen(pool, options.onQuery!) }),
    },
    pool: { min: 0, max: options.connections ?? 20 },
    useBatchUpdates: false,
    forceUtcTimezone: true,
    timezone: "UTC",
  } as Parameters<typeof MikroORM.init>[0]) as Promise<Orm>;
}

/** Tells every statement as it goes over the line. The library's own log leaves out whatever is asked through Kysely. */
function listen(pool: Pool, onQuery: (sql: string) => void): void {
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const [asked] = given;
      onQuery(typeof asked === "string" ? asked : String((asked as { text?: string }).text));
      return query(...given);
    }) as typeof client.query;
  });
}
