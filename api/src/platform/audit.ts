import { sql } from "kysely";
import type { Context } from "./context.ts";
import { row } from "./database.ts";
import type { Tx } from "./transaction.ts";

export interface Entry {
  readonly action: string;
  readonly resource: string;
  readonly resourceId?: string;
  readonly purpose?: string;
  readonly outcome?: "done" | "refused" | "read";
}

/** One line of the insert-only audit: who, in which role, did what to which thing. Never content. */
export async function audit(ctx: Context | Tx, entry: Entry): Promise<void> {
  const role =
    ctx.viewer?.roles
      .map((grant) => grant.role)
      .sort()
      .join(",") ?? null;
  await row(
    ctx,
    sql`insert into audit_entry (at, actor_id, role, action, resource, resource_id, purpose, outcome)
        values (${ctx.now()}, ${ctx.viewer?.personId ?? null}, ${role}, ${entry.action}, ${entry.resource},
                ${entry.resourceId ?? null}, ${entry.purpose ?? null}, ${entry.outcome ?? "done"})`,
  );
}
