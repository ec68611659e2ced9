import { BigIntType, BlobType, DateTimeType, type EntityMetadata, type EntitySchema } from "@mikro-orm/core";

type Meta = { readonly meta: Pick<EntityMetadata, "properties" | "className"> } | EntitySchema;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Turns a row that came as JSON (`to_jsonb(s)`) into the shape of its entity: one statement can bring rows of many tables. */
export function rowOfJson<Row>({ meta }: Meta, json: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(meta.properties)) {
    row[name] = valueOfJson(property.type, json[snake(name)] ?? null);
  }
  return row as Row;
}

/** What JSON cannot say, as the driver would have given it: moments, bytes (`\\x6a6b`), numbers beyond 2^53. */
function valueOfJson(type: unknown, value: unknown): unknown {
  if (value === null) return null;
  if (type === DateTimeType) return new Date(value as string);
  if (type === BlobType) return Buffer.from((value as string).slice(2), "hex");
  return type instanceof BigIntType ? String(value) : value;
}
