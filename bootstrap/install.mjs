import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { must, root } from "./run.mjs";

const manifests = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
const packages = ["api", "web", "schema", "test"].map((name) => `${name}/package.json`);
/** With pnpm's own pauses of 10 and 60 s a machine without network says nothing for over a minute. */
const impatient = ["--config.fetch-retry-mintimeout=1000", "--config.fetch-retry-maxtimeout=5000"];
const frozen = [
  "install",
  "--frozen-lockfile",
  "--reporter=append-only",
  "--config.minimum-release-age=0",
  ...impatient,
];
const stamp = join(root, "node_modules", ".shouwang-installed");

/**
 * Installs what the lockfile names unless that was done already. Starting the product leaves the tests' browser out.
 * pnpm refuses releases younger than a day whenever the lockfile changes; asking the registry for the age of a thousand
 * releases again, on every machine, costs 3 to 80 s and finds nothing new, because the lockfile pins their contents.
 */
export async function install(scope) {
  const wanted = fingerprint([...manifests, ...packages]);
  const [hash, done] = installed();
  if (hash === wanted && (done === "everything" || done === scope)) return;
  console.error("Installing packages …");
  const filter = scope === "start" ? ["--filter=!@shouwang/test"] : [];
  await must("Installing packages", "pnpm", [...frozen, ...filter]);
  writeFileSync(stamp, `${wanted} ${scope}`);
}

function installed() {
  try {
    return readFileSync(stamp, "utf8").split(" ");
  } catch {
    return [];
  }
}
