import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import type { RawBuilder } from "kysely";
import { boundedBy } from "./deadline.ts";

export type Orm = MikroORM;

interface HasEntityManager {
  readonly em: EntityManager;
  readonly deadline?: AbortSignal | undefined;
}

/** Runs one statement, inside the transaction if there is one; not beyond the deadline of the operation, if there is one. */
export async function rows<Row>({ em, deadline }: HasEntityManager, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(em.getKysely<unknown>(), boundedBy(deadline))).rows;
}

export async function row<Row>(ctx: HasEntityManager, statement: RawBuilder<Row>): Promise<Row | undefined> {
  return (await rows(ctx, statement))[0];
}
