import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import { Credential, type CredentialRow, CredentialSchema } from "./credential.ts";

const columns = columnsOf(CredentialSchema, "c");

export async function credentialsById(ctx: Context, ids: readonly string[]): Promise<Map<string, CredentialRow>> {
  const found = await rows<CredentialRow>(ctx, sql`select ${columns} from credential c where c.id = any(${ids})`);
  return new Map(found.map((credential) => [credential.id, credential]));
}

/** What each person has handed in, newest first; at most 100 of each person. */
export async function credentialsByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, CredentialRow[]>> {
  const found = await rows<CredentialRow>(
    ctx,
    sql`select c.* from unnest(${ids}::uuid[]) as asked (id), lateral (
          select ${columns} from credential c where c.person_id = asked.id order by c.made_at desc, c.id desc limit 100) c`,
  );
  return Map.groupBy(found, ({ personId }) => personId);
}

export const credentialForChange = (tx: Tx, id: string): Promise<Credential | null> =>
  tx.em.findOne(Credential, id, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** What waits for a check, longest first. */
export function submittedCredentials(ctx: Context, { limit, backward, from }: Window): Promise<CredentialRow[]> {
  const beyond =
    from && sql`and (c.made_at, c.id) ${sql.raw(backward ? "<" : ">")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  const order = sql.raw(backward ? "c.made_at desc, c.id desc" : "c.made_at, c.id");
  return rows(
    ctx,
    sql`select ${columns} from credential c where c.state = 'submitted' ${beyond ?? sql``} order by ${order} limit ${limit + 1}`,
  );
}

/** The homes of a person: whose boards hear of their credentials. */
export const homeOf = async (ctx: Context, personId: string): Promise<number | null> =>
  (await row<{ id: number | null }>(ctx, sql`select district_id as id from person where id = ${personId}`))?.id ?? null;

/** One line of what became of a credential; insert-only. */
export const noteHistory = (tx: Tx, { id, state, reason }: Pick<CredentialRow, "id" | "state" | "reason">) =>
  row(
    tx,
    sql`insert into credential_history (credential_id, state, actor_id, reason, at)
        values (${id}, ${state}, ${tx.viewer?.personId ?? null}, ${reason ?? null}, ${tx.now()})`,
  );

/** Verified ones whose last day is over, at most `most`: nobody else may change them meanwhile. */
export const lockOverdue = (tx: Tx, today: string, most: number): Promise<CredentialRow[]> =>
  rows(
    tx,
    sql`select ${columns} from credential c where c.state = 'verified' and c.valid_until < ${today}::date
        order by c.id limit ${most} for update skip locked`,
  );

export const markExpired = (tx: Tx, ids: readonly string[]) =>
  row(tx, sql`update credential set state = 'expired', version = version + 1 where id = any(${ids})`);
