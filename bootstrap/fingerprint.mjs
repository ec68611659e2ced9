import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const leftOut = new Set(["node_modules", "dist", "generated"]);

/** A hash of the names and contents of files and folders (relative to the root); what is missing counts as empty. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, path);
  return hash.digest("hex");
}

function add(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) return hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  const names = readdirSync(full).filter((name) => !leftOut.has(name) && !name.includes(".generated."));
  for (const name of names.sort()) add(hash, `${path}/${name}`);
}
