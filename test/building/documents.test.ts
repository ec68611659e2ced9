import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { type DocumentNode, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { buildGraphql } from "../../api/src/app.ts";

// Common documents are typed (test/documents). All others are texts in the tests themselves: each is valid by the schema,
// so that a field that goes away is missed here, by name, and not as a strange answer somewhere else.

const schema = buildGraphql();
const root = join(import.meta.dirname, "..");
// Attacks are wrong on purpose.
const files = globSync("{stories,races,faults,web,given,harness,bench}/**/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith(".generated.ts"),
);

/** Every text of a file that is written whole in one place. */
function* textsIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* textsIn(one);
  else if (typeof node === "object" && node !== null) {
    const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: { cooked?: string }[] };
    if (type === "StringLiteral") yield String(value);
    if (type === "TemplateLiteral" && quasis?.length === 1) yield quasis[0]?.cooked ?? "";
    for (const inner of Object.values(node)) yield* textsIn(inner);
  }
}

/** Null: it is no GraphQL, and does not look as if it should be. */
function documentOf(text: string): DocumentNode | Error | null {
  const looksLike = /^\s*(query|mutation|subscription)\b[^{]*\{/.test(text);
  try {
    return looksLike || /^\s*\{\s*\w/.test(text) ? parse(text) : null;
  } catch (error) {
    return looksLike ? (error as Error) : null;
  }
}

const found = files.flatMap((file) => {
  const source = readFileSync(join(root, file), "utf8");
  return [...textsIn(parseSync(source, { syntax: "typescript", decorators: true }).body)].flatMap((text) => {
    const document = documentOf(text);
    return document === null ? [] : [{ file, document }];
  });
});

test("the documents are found", () => {
  expect(found.length).toBeGreaterThan(100);
});

describe("every GraphQL text in a test is valid by the schema", () => {
  const inFiles = Map.groupBy(found, ({ file }) => file);
  test.each([...inFiles])("%s", (_file, documents) => {
    const wrong = documents.flatMap(({ document }) =>
      document instanceof Error ? [document.message] : validate(schema, document).map(({ message }) => message),
    );
    expect(wrong).toEqual([]);
  });
});
