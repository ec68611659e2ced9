import type { EntityMetadata, EntitySchema } from "@mikro-orm/core";
import { type RawBuilder, sql } from "kysely";

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const known = new Map<string, RawBuilder<unknown>>();

/** The columns of an entity, named as its properties: list reads give rows of the entity's shape without hydrating it. */
export function columnsOf(
  schema: { readonly meta: Pick<EntityMetadata, "properties" | "className"> } | EntitySchema,
  alias: string,
): RawBuilder<unknown> {
  const key = `${schema.meta.className}.${alias}`;
  const found = known.get(key);
  if (found) return found;
  const names = Object.keys(schema.meta.properties);
  const made = sql.raw(names.map((name) => `${alias}.${snake(name)} as "${name}"`).join(", "));
  known.set(key, made);
  return made;
}
