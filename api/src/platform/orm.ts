import { type AnyEntity, type EntityClass, type EntitySchema, MikroORM } from "@mikro-orm/postgresql";
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
    },
    pool: { min: 0, max: options.connections ?? 20 },
    useBatchUpdates: false,
    forceUtcTimezone: true,
    timezone: "UTC",
    ...(options.onQuery ? { debug: ["query"] as const, colors: false, logger: options.onQuery } : {}),
  } as Parameters<typeof MikroORM.init>[0]) as Promise<Orm>;
}
