import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, Trouble } from "./run.mjs";

const packages = ["api", "web", "schema", "test"];

/** Types, lint and format, floor plan, and each package's own `check` script, side by side. Throws when one fails. */
export async function check() {
  const results = await Promise.all(checks().map(timed));
  const failed = results.filter(({ ok }) => !ok);
  for (const { name, output } of failed) console.error(`\n── ${name}\n${output.trim()}`);
  if (failed.length > 0) throw new Trouble(`\nFailed: ${failed.map(({ name }) => name).join(", ")}.`);
}

function checks() {
  const typed = packages.filter((name) => existsSync(join(root, name, "tsconfig.json")));
  return [
    ...typed.map((name) => [`types of ${name}`, ["tsc", "--noEmit", "-p", name]]),
    ["lint and format", ["biome", "check", "--error-on-warnings", "."]],
    ["floor plan", ["depcruise", "--config", "test/building/floor-plan.mjs", "api/src", "web/src"]],
    ...packages.filter(hasCheck).map((name) => [`check of ${name}`, ["node", "--run", "check"], name]),
  ];
}

async function timed([name, [command, ...args], folder]) {
  const start = performance.now();
  const { ok, output } = await run(command, args, folder);
  console.error(`${ok ? "ok    " : "FAILED"} ${name}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { name, ok, output };
}

function hasCheck(name) {
  return "check" in (JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")).scripts ?? {});
}
