import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// `npm run check` walks the real rooms; here a house of a few files proves that each rule of the plan bites.

const root = join(import.meta.dirname, "../..");
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "shouwang-house-"));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
});
afterEach(() => rmSync(house, { recursive: true }));

function put(path: string, text = ""): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** Names of the rules that a house breaks. */
function broken(): string[] {
  const cruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [cruise, "--config", join(root, "test/building/floor-plan.mjs"), "--output-type", "json", "api", "web"];
  for (const room of ["api", "web"]) mkdirSync(join(house, room), { recursive: true });
  const output = execFileSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 50_000_000 });
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

test("later sees earlier: nothing is broken", () => {
  put("api/src/kernel/page.ts", "export const page = 1;");
  put("api/src/modules/people/store.ts", 'export { page } from "../../kernel/page.ts";');
  put(
    "api/src/modules/shifts/store.ts",
    'import type { page } from "../people/store.ts"; export type P = typeof page;',
  );
  expect(broken()).toEqual([]);
});

test.each([
  [
    "an earlier module sees a later one",
    "api/src/modules/people/a.ts",
    "../shifts/b.ts",
    "people sees only earlier modules",
  ],
  ["also for a type alone", "api/src/modules/people/a.ts", "type ../shifts/b.ts", "people sees only earlier modules"],
  [
    "an earlier room sees a later one",
    "api/src/platform/a.ts",
    "../modules/shifts/b.ts",
    "platform sees only earlier rooms",
  ],
  ["the kernel reads the disk", "api/src/kernel/a.ts", "node:fs", "kernel and engine are pure"],
  ["a module is not on the list", "api/src/modules/pets/a.ts", "../../kernel/b.ts", "a module is on the list"],
  ["a flow imports another flow", "web/src/features/board/a.ts", "../slots/b.ts", "a flow never imports another flow"],
  [
    "web imports the API",
    "web/src/lib/a.ts",
    "../../../api/src/kernel/b.ts",
    "web speaks to the API through the schema",
  ],
  ["a barrel", "api/src/platform/a.ts", "./live/index.ts", "no barrels"],
])("%s", (_case, from, to, rule) => {
  const target = to.replace("type ", "");
  put(from, to === target ? `import "${to}";` : `import type { x } from "${target}"; export type X = x;`);
  if (target.startsWith(".")) put(join(dirname(from), target), "export type x = 1;");
  expect(broken()).toEqual([rule]);
});

test("two files that need each other", () => {
  put("api/src/platform/a.ts", 'import { b } from "./b.ts"; export const a = () => b;');
  put("api/src/platform/b.ts", 'import { a } from "./a.ts"; export const b = () => a;');
  expect(broken()).toEqual(["no cycles"]);
});
