import { DateTimeType, type EntityMetadata, type EntitySchema } from "@mikro-orm/core";

type Meta = { readonly meta: Pick<EntityMetadata, "properties" | "className"> } | EntitySchema;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Turns a row that came as JSON (`to_jsonb(s)`) into the shape of its entity: one statement can bring rows of many tables. */
export function rowOfJson<Row>({ meta }: Meta, json: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(meta.properties)) {
    const value = json[snake(name)] ?? null;
    row[name] = value !== null && (property.type as unknown) === DateTimeType ? new Date(value as string) : value;
  }
  return row as Row;
}
