import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * 256 random bits (base64url, 43 characters) kept in a file of `folder` that only its owner reads: made once, the same
 * ever after. Of two processes that make it at once, both get the same.
 */
export function keptSecret(folder: string, name: string): string {
  const path = join(folder, name);
  return read(path) ?? create(path);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and linked: the link fails when another was first, and no reader ever sees half a secret. */
function create(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(path, "utf8");
}
