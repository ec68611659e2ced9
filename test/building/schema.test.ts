import { readFileSync } from "node:fs";
import { join } from "node:path";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { Linter } from "eslint";
import { type GraphQLField, type GraphQLObjectType, isObjectType, lexicographicSortSchema, printSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { buildGraphql } from "../../api/src/app.ts";
import { rules } from "../../api/src/engine/fitness/rules.ts";
import { problemSentences } from "../../api/src/kernel/problems.ts";
import { kindsWithWords } from "../../api/src/modules/boards/event-words.ts";
import { eventKinds } from "../../api/src/modules/boards/kinds.ts";
import { audiences } from "../../api/src/platform/policy.ts";

const schema = buildGraphql();
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
const committed = readFileSync(join(import.meta.dirname, "../../schema/schema.graphql"), "utf8");

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()] as GraphQLObjectType[];
const rootFields = roots.flatMap((root) =>
  Object.values(root.getFields()).map((field) => [`${root.name}.${field.name}`, field] as const),
);

test("the committed schema is the one that the code makes (npm run schema prints it)", () => {
  expect(committed).toBe(printed);
});

describe("every root field names its audience", () => {
  test.each(rootFields)("%s", (_name, field: GraphQLField<unknown, unknown>) => {
    const named = field.extensions.audiences as readonly string[] | undefined;
    expect(named?.length).toBeGreaterThan(0);
    for (const audience of named ?? []) expect(audiences).toContain(audience);
  });
});

describe("every mutation takes one input and answers a payload", () => {
  const mutations = rootFields.filter(([name]) => name.startsWith("Mutation."));
  test.each(mutations)("%s", (name, field) => {
    expect(field.args.map((arg) => arg.name)).toEqual(name === "Mutation.signOut" ? [] : ["input"]);
    expect(String(field.type)).toMatch(/Payload!$/);
  });
});

test("every list that grows is a connection with all four page arguments", () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!String(field.type).endsWith("Connection!")) continue;
      expect([type.name, field.name, field.args.map((arg) => arg.name)]).toEqual([
        type.name,
        field.name,
        expect.arrayContaining(["first", "after", "last", "before"]),
      ]);
    }
  }
});

test("the schema keeps the rules of graphql-eslint's schema-recommended and relay sets", () => {
  const linter = new Linter();
  const { "schema-recommended": recommended, "schema-relay": relay } = graphqlPlugin.configs as Record<
    string,
    { rules: Linter.RulesRecord }
  >;
  const found = linter.verify(
    printed,
    [
      {
        files: ["**/*.graphql"],
        languageOptions: {
          parser: graphqlPlugin.parser as never,
          parserOptions: { graphQLConfig: { schema: printed } },
        },
        plugins: { "@graphql-eslint": graphqlPlugin as never },
        rules: {
          ...recommended!.rules,
          ...relay!.rules,
          // Small bounded lists are plain; those that grow are connections, which the test above holds.
          "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
          // Things that are read through another one, values and answers have no id of their own.
          "@graphql-eslint/strict-id-in-types": "off",
        },
      },
    ],
    { filename: "schema.graphql" },
  );
  expect(found.map(({ line, message, ruleId }) => `${ruleId} ${line}: ${message}`)).toEqual([]);
});

test("every reason for a refusal has one sentence in each language, and no code stands for two", () => {
  const codes = [...Object.keys(problemSentences), ...rules.map((rule) => rule.code)];
  expect(new Set(codes).size).toBe(codes.length);
  for (const [zh, en] of Object.values(problemSentences)) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});

test("every kind of event has its words", () => {
  expect([...kindsWithWords].sort()).toEqual(expect.arrayContaining([...eventKinds].sort()));
});
