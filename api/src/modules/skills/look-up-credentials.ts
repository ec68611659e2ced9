import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import type { CredentialRow } from "./credential.ts";
import { credentialsByPerson } from "./credential-store.ts";

/**
 * What the volunteer with this public number has handed in, newest first, for a checker who has heard that one of them is
 * no good. Empty where nobody has that number. Each look leaves an entry, written before anything is given.
 */
export async function lookUpCredentials(ctx: Signed, number: string): Promise<CredentialRow[]> {
  const holder = /^\d{1,15}$/.test(number) ? await holderOf(ctx, number) : undefined;
  if (!holder) return [];
  await audit(ctx, {
    action: "look up",
    resource: "Person",
    resourceId: holder,
    purpose: "credentials",
    outcome: "read",
  });
  return (await credentialsByPerson(ctx, [holder])).get(holder) ?? [];
}

const holderOf = async (ctx: Signed, number: string): Promise<string | undefined> =>
  (await row<{ id: string }>(ctx, sql`select id from person where number = ${number}::bigint`))?.id;
