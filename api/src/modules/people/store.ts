import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import { Person, type PersonRow, PersonSchema } from "./person.ts";

const columns = columnsOf(PersonSchema, "p");

export async function peopleById(ctx: Context, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  const found = await rows<PersonRow>(ctx, sql`select ${columns} from person p where p.id = any(${ids})`);
  return new Map(found.map((person) => [person.id, person]));
}

export const personByContact = (ctx: Context, kind: "phone" | "email", key: Buffer): Promise<PersonRow | undefined> =>
  row(ctx, sql`select ${columns} from person p where ${sql.ref(`p.${kind}_key`)} = ${key}`);

/** Holds the person until the transaction ends: what is counted of them (hours, assignments) cannot change meanwhile. */
export const lockPerson = (tx: Tx, id: string): Promise<{ id: string; version: number } | undefined> =>
  row(tx, sql`select id, version from person where id = ${id} for update`);

export const personForChange = (tx: Tx, id: string): Promise<Person | null> =>
  tx.em.findOne(Person, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
