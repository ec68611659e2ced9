import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { compiler } from "../../vite-words.ts";

const words = import.meta.dirname;
const source = join(words, "..");
const HAN = /\p{Script=Han}/u;

const catalogue = async (locale: string, file: string) =>
  ((await import(pathToFileURL(join(words, locale, file)).href)) as { default: Record<string, string> }).default;
const compile = await compiler();

/** The names a message needs, those inside the branches of a plural or a select too. */
function variables(text: string): string[] {
  const names = new Set<string>();
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(token[0]);
      for (const branch of Object.values(token[2] ?? {})) visit(branch);
    }
  };
  visit(compile(text));
  return [...names].sort();
}
const files = (locale: string) => readdirSync(join(words, locale)).sort();

test("both languages have the same catalogues", () => {
  expect(files("en")).toEqual(files("zh-CN"));
});

describe.each(files("zh-CN"))("%s", (file) => {
  test("has the same messages with the same variables in both languages", async () => {
    const [zh, en] = await Promise.all([catalogue("zh-CN", file), catalogue("en", file)]);
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [id, text] of Object.entries(zh)) expect([id, variables(en[id] ?? "")]).toEqual([id, variables(text)]);
  });

  test("keeps its messages under its own name, and English free of Chinese", async () => {
    const en = await catalogue("en", file);
    const own = `${file.replace(/\.ts$/, "")}.`;
    expect(Object.keys(en).filter((id) => !id.startsWith(own))).toEqual([]);
    expect(Object.values(en).filter((text) => HAN.test(text))).toEqual([]);
  });
});

test("no component carries Chinese text of its own", () => {
  const components = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tsx"));
  expect(components.length).toBeGreaterThan(20);
  expect(components.filter((path) => HAN.test(readFileSync(join(source, path), "utf8")))).toEqual([]);
});
