import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { must, root } from "./run.mjs";

const everywhere = ["pnpm-lock.yaml", "tsconfig.json"];

/** What each package is built from. The documents of web and tests are typed by `schema`, so web waits for it. */
const sources = {
  schema: ["schema/schema.graphql", "schema/codegen.ts", "schema/package.json", "web/src", "test/documents"],
  api: ["api/package.json", "api/tsconfig.json", "api/tsconfig.build.json", "api/src"],
  web: ["web", "schema"],
};
const waitsFor = { web: ["schema"] };

/**
 * Runs the `build` script of each package whose sources changed since its last build; independent ones side by side.
 * Not through `pnpm run`: it would first complete what `npm start` left out on purpose (the tests' browser, 22 s).
 */
export async function build(packages) {
  const running = new Map();
  for (const name of packages)
    running.set(
      name,
      buildAfter(
        name,
        (waitsFor[name] ?? []).map((other) => running.get(other)),
      ),
    );
  await Promise.all(running.values());
}

async function buildAfter(name, others) {
  await Promise.all(others);
  const stamp = join(root, name, "node_modules", ".shouwang-built");
  const wanted = fingerprint([...everywhere, ...sources[name]]);
  if (!hasBuild(name) || (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && outputIsThere(name))) return;
  console.error(`Building ${name} …`);
  rmSync(join(root, name, "dist"), { recursive: true, force: true });
  await must(`Building ${name}`, "node", ["--run", "build"], name);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hasBuild(name) {
  return "build" in (JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")).scripts ?? {});
}

function outputIsThere(name) {
  return name === "schema" || existsSync(join(root, name, "dist"));
}
