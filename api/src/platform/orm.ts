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
      statement_timeout: options.deadlineMs ?? 10_000,
      ...(options.onQuery && { onPoolCreated: tellStatements(options.onQuery) }),
    },
    pool: { min: 0, max: options.connections ?? 20 },
    useBatchUpdates: false,
    forceUtcTimezone: true,
    timezone: "UTC",
  } as Parameters<typeof MikroORM.init>[0]) as Promise<Orm>;
}

/** At the wire: MikroORM's own log leaves out what goes through Kysely, which is nearly everything. */
const tellStatements = (onQuery: (sql: string) => void) => (pool: Pool) =>
  void pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    const told = (...given: unknown[]) => {
      const [asked] = given as [string | { readonly text: string }];
      onQuery(typeof asked === "string" ? asked : asked.text);
      return send(...given);
    };
    Object.assign(client, { query: told });
  });
