import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";

/** An invented person whom a demonstration offers to sign in as. */
export interface Persona {
  readonly code: string;
  readonly role: string;
  readonly name: string;
  readonly labelZh: string;
  readonly labelEn: string;
}

export const personas = (ctx: Context): Promise<Persona[]> =>
  rows(
    ctx,
    sql`select x.code, x.role, p.name, x.label_zh as "labelZh", x.label_en as "labelEn"
        from persona x join person p on p.id = x.person_id order by x.position`,
  );
