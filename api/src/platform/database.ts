import {
  type AnyEntity,
  type EntityClass,
  type EntityManager,
  type EntitySchema,
  MikroORM,
} from "@mikro-orm/postgresql";
import type { RawBuilder } from "kysely";
import pg from "pg";

export type Orm = MikroORM;
type Entities = (EntityClass<AnyEntity> | EntitySchema)[];

/** Instants arrive as Date, days as 'YYYY-MM-DD' text: a day has no instant. */
function wireTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text));
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return types;
}

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
    },
    pool: { min: 0, max: options.connections ?? 20 },
    useBatchUpdates: false,
    forceUtcTimezone: true,
    timezone: "UTC",
    ...(options.onQuery ? { debug: ["query"] as const, colors: false, logger: options.onQuery } : {}),
  } as Parameters<typeof MikroORM.init>[0]) as Promise<Orm>;
}

interface HasEntityManager {
  readonly em: EntityManager;
}

/** Runs one statement, inside the transaction if there is one. */
export async function rows<Row>({ em }: HasEntityManager, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(em.getKysely<unknown>())).rows;
}

export async function row<Row>(ctx: HasEntityManager, statement: RawBuilder<Row>): Promise<Row | undefined> {
  return (await rows(ctx, statement))[0];
}
