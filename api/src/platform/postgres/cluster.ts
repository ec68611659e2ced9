import { chownSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { keptSecret } from "../kept-secret.ts";
import type { Binaries } from "./binaries.ts";
import type { Home } from "./home.ts";
import { run } from "./run.ts";

/** Settings of postgresql.conf that differ from PostgreSQL's own; the log never repeats what people typed. */
const house = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_checkpoints: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  // Pages mostly come from the system's cache: handing each to a process of its own cost a third more processor than reading it.
  io_method: "sync",
  shared_buffers: `${sharedBuffers()}MB`,
};

/** An eighth of the memory, from PostgreSQL's own 128 MB to 1 GB: at 512 MB the people whom a match run of a city reads stay there. */
function sharedBuffers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(1_024, Math.max(128, memory / 8 / 2 ** 20)));
}

/** Data that may be lost: for tests only. */
export const forgetful = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  shared_buffers: "64MB",
};

/** Makes the cluster of a home unless it is there: aside and renamed, so that it is whole or absent. */
export async function ensureCluster(home: Home, binaries: Binaries): Promise<void> {
  const passwordFile = join(home.path, "password");
  keptSecret(home.path, "password");
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  if (existsSync(home.cluster)) return;
  const unfinished = mkdtempSync(join(home.path, "new-"));
  if (home.account) chownSync(unfinished, home.account.uid, home.account.gid);
  try {
    await run(binaries.initdb, initdbArguments(unfinished, passwordFile), { account: home.account, cwd: home.path });
    renameSync(unfinished, home.cluster);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home.cluster)) throw error;
  }
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
    // Our start follows at once and syncs what it writes; a torn initdb is never renamed into place.
    "--no-sync",
  ];
}

/** Written anew at every start; initdb's postgresql.conf stays as it is, because this file is read after it. */
export function configure(home: Home, port: number, settings: Record<string, string>): void {
  const lines = Object.entries({ ...house, ...settings, port: String(port) });
  const text = lines.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`).join("");
  const path = join(home.cluster, "postgresql.auto.conf");
  writeFileSync(path, `# Written by Shouwang at every start.\n${text}`, { mode: 0o600 });
  if (home.account) chownSync(path, home.account.uid, home.account.gid);
}
