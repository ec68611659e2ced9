import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildGraphql } from "../../api/src/app.ts";
import { aCity, aCounsellor, aPerson, aSite } from "../given/city.ts";
import { aCoordinator, aFamily } from "../given/requests.ts";
import type { Answer } from "../harness/ask.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";
import { anEndedShift, endedShifts, type Row, rows, type World } from "./bad-input-rows.ts";

/**
 * Every mutation of the schema, with everything that can be wrong with its input: each is a problem or an error that
 * names the field, never a stack, and nothing is written. A new mutation without a row fails.
 */
const mutations = Object.values(buildGraphql().getMutationType()!.getFields());

let one: Product;
let world: World;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  world = {
    one,
    site: await aSite(one),
    coordinator: await aCoordinator(one),
    strangeCoordinator: await aCoordinator(one, 108),
    family: (await aFamily(one)).as,
    volunteer: await one.tokenOf(await aCounsellor(one)),
    checker: await one.tokenOf(await aPerson(one, { roles: [{ role: "checker" }] })),
  };
}, 60_000);
beforeEach(() => one.clock.set(noon));
afterAll(() => one.close());

test("every mutation has its row, and every row its mutation", () => {
  expect(Object.keys(rows).sort()).toEqual(mutations.map(({ name }) => name).sort());
});

/** Counted tries are the one thing that a wrong sign-in has to leave behind. */
const counted = ["try_count", "sign_in_code"];

/** Every row of every table, in one number each, and how many jobs wait. */
async function everything(): Promise<string> {
  const tables = await one.sql<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1",
    [counted],
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) as n, sum(hashtextextended(t::text, 0)) as sum from ${name} t`,
  );
  const jobs = "select 'jobs', count(*), null from graphile_worker.jobs";
  return JSON.stringify(await one.sql([...parts, jobs].join(" union all ")));
}

type Input = Record<string, unknown>;
interface Wrong {
  readonly what: string;
  readonly input: Input;
  readonly as?: string | undefined;
  /** Undefined: an error of GraphQL itself; else a problem, of this code or any. */
  readonly code?: string | undefined;
  readonly path: readonly string[];
}

const isRequired = (field: GraphQLInputField) => isNonNullType(field.type) && field.defaultValue === undefined;
const fieldsOf = (type: GraphQLInputObjectType) => Object.values(type.getFields());

/** What no program may send at all. */
function ofWrongType(type: GraphQLInputObjectType, good: Input): Wrong[] {
  const found: Wrong[] = [{ what: "an unknown field", input: { ...good, surprise: 1 }, path: ["surprise"] }];
  for (const field of fieldsOf(type)) {
    const { name } = field;
    const { [name]: _, ...without } = good;
    const bad = isListType(getNullableType(field.type)) ? [{ no: 1 }] : { no: 1 };
    found.push({ what: `${name} of a wrong type`, input: { ...good, [name]: bad }, path: [name] });
    if (isRequired(field)) found.push({ what: `${name} is missing`, input: without, path: [name] });
    if (isRequired(field)) found.push({ what: `${name} is null`, input: { ...good, [name]: null }, path: [name] });
    const named = getNamedType(field.type);
    if (isEnumType(named))
      found.push({ what: `${name} is no such word`, input: { ...good, [name]: "NONE" }, path: [name] });
    if (["DateTime", "Date"].includes(named.name))
      for (const day of ["yesterday", "2026-02-30", "2026-13-01T00:00:00Z"])
        found.push({ what: `${name} is ${day}`, input: { ...good, [name]: day }, path: [name] });
    if (named.name === "Int" && !isListType(getNullableType(field.type)))
      found.push({ what: `${name} is beyond every number`, input: { ...good, [name]: 2 ** 31 }, path: [name] });
    if (isInputObjectType(named))
      found.push({ what: `${name} holds a stranger`, input: { ...good, [name]: [{ x: 1 }] }, path: [name] });
  }
  return found;
}

/** What every mutation refuses in the same way: ids of nothing, stale versions, keys that are none, bytes that are no text. */
function ofWrongValue(type: GraphQLInputObjectType, good: Input, { ignores = {} }: Row): Wrong[] {
  const found: Wrong[] = [];
  for (const field of fieldsOf(type)) {
    const { name } = field;
    const of = (value: unknown) => (isListType(getNullableType(field.type)) ? [value] : value);
    const named = getNamedType(field.type).name;
    if (named === "ID" && !(name in ignores))
      for (const id of [crypto.randomUUID(), "'; drop table shift; --"])
        found.push({
          what: `${name} is nothing (${id.slice(0, 3)}…)`,
          input: { ...good, [name]: of(id) },
          path: [name],
          code: "any",
        });
    if (["ID", "String"].includes(named))
      found.push({
        what: `${name} holds a zero byte`,
        input: { ...good, [name]: of("a-zero-\u0000-byte") },
        path: [name],
      });
    if (name === "expectedVersion")
      for (const version of [0, 999])
        found.push({
          what: `version ${version}`,
          input: { ...good, [name]: version },
          path: [name],
          code: "VERSION_STALE",
        });
    if (name === "idempotencyKey")
      for (const key of ["short", "k".repeat(101)])
        found.push({
          what: `a key of ${key.length}`,
          input: { ...good, [name]: key },
          path: [name],
          code: "KEY_INVALID",
        });
  }
  return found;
}

const leak = /node_modules|\/api\/|at .*\.(ts|js):|select |insert |violates|constraint|relation "/i;

/** Gives what is amiss with an answer; empty: it is as it has to be. */
function amiss({ what, code, path }: Wrong, mutation: string, answer: Answer): string[] {
  const text = JSON.stringify(answer);
  const said = `${what}: ${text.slice(0, 300)}`;
  if (leak.test(text) || text.includes("INTERNAL")) return [`leaks or breaks — ${said}`];
  const problems: { code: string; path: string[] }[] = answer.data?.[mutation]?.problems ?? [];
  if (answer.errors) {
    const isOurs = ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"].includes(answer.errors[0]?.extensions.code);
    return code === undefined && isOurs && text.includes(path[0]!)
      ? []
      : [`not the error that names ${path} — ${said}`];
  }
  const fits = problems.some(
    (one) => (code === undefined || code === "any" || one.code === code) && one.path.join() === path.join(),
  );
  const named = code === "any" && problems.some((one) => one.path[0] === path[0]);
  return fits || named ? [] : [`no ${code ?? "problem"} at ${path} — ${said}`];
}

describe("bad input is refused by name, and nothing is written", () => {
  test.each(mutations.filter(({ name }) => rows[name] !== "takes no input"))("$name", async ({ name, args }) => {
    const row = rows[name] as Row;
    const type = getNamedType(args[0]!.type) as GraphQLInputObjectType;
    const document = `mutation ($input: ${type.name}!) { ${name}(input: $input) { problems { code path message } } }`;
    const { as, input: good } = await row.given(world);
    const wrongs = [...ofWrongType(type, good), ...ofWrongValue(type, good, row)];
    for (const [what, change, code, path] of row.wrong ?? [])
      wrongs.push({ what, input: { ...good, ...change }, code, path });
    if (row.stranger) {
      const field = fieldsOf(type).find(({ type: of }) => getNamedType(of).name === "ID")!.name;
      wrongs.push({
        what: "somebody else's",
        input: good,
        as: world[row.stranger],
        code: "NOT_FOUND",
        path: [name === "makeOffer" || name === "assignPerson" ? "request" : field],
      });
    }
    const over = endedShifts[name];
    if (over) {
      const [code, path, shift] = over;
      const request = "request" in type.getFields() ? { request: null } : {};
      const input = { ...good, ...request, shift: await anEndedShift(world, shift) };
      wrongs.push({ what: "an ended shift", input, code, path: [path] });
    }

    const before = await everything();
    const found: string[] = [];
    for (const wrong of wrongs) {
      found.push(...amiss(wrong, name, await one.ask(document, { input: wrong.input }, { as: wrong.as ?? as })));
      const after = await everything();
      if (after !== before) found.push(`${wrong.what}: something was written`);
      if (after !== before) break;
    }
    expect(found).toEqual([]);
    // The input that all of these were made from is a good one: what was refused was what was wrong with it.
    const answer = await one.ask(document, { input: good }, { as });
    expect(answer.data?.[name]?.problems ?? answer.errors).toEqual([]);
  });
});
