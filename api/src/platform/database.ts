import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import type { RawBuilder } from "kysely";

export type Orm = MikroORM;

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
