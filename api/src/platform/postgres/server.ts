import { appendFileSync, chownSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { configure } from "./cluster.ts";
import type { Home } from "./home.ts";
import { processIsPostgres } from "./process.ts";
import { RunError, run } from "./run.ts";

const logLimitBytes = 10_000_000;
/** No process has this number (Linux and macOS stop far below), so PostgreSQL sees at once that the owner is gone. */
const nobodysPid = 2_147_483_646;

/** The port of the server that runs on this home, or undefined. Reads postmaster.pid: line 1 is the pid, line 4 the port. */
export function runningPort(home: Home): number | undefined {
  const [pid, , , port] = pidFile(home)?.split("\n") ?? [];
  return port && processIsPostgres(Number(pid)) ? Number(port) : undefined;
}

/**
 * Starts the server and waits until it answers. Throws RunError with what the server said. `port` 0: the remembered one,
 * or any free one.
 */
export async function startServer(home: Home, binaries: Binaries, port: number, settings: Record<string, string>) {
  disownStalePidFile(home);
  configure(home, port || (await freePort(rememberedPort(home))), settings);
  const log = freshLog(home);
  const before = statSync(log).size;
  try {
    await pgCtl(home, binaries, "start", "--wait", "--timeout=60", `--log=${log}`);
  } catch (error) {
    throw error instanceof RunError
      ? new RunError(`${readFileSync(log, "utf8").slice(before)}\n${error.message}`)
      : error;
  }
  writeFileSync(join(home.path, "port"), String(runningPort(home) ?? ""));
}

/** Fast shutdown: sessions are cut off, what was committed is on the disk. */
export async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  if (runningPort(home) === undefined) return;
  await pgCtl(home, binaries, "stop", "--wait", "--timeout=30", "--mode=fast").catch(() =>
    pgCtl(home, binaries, "stop", "--wait", "--timeout=10", "--mode=immediate"),
  );
}

function pgCtl(home: Home, { pgCtl: program }: Binaries, verb: string, ...options: string[]): Promise<string> {
  return run(program, [verb, `--pgdata=${home.cluster}`, ...options], { account: home.account, cwd: home.path });
}

function pidFile(home: Home): string | undefined {
  try {
    return readFileSync(join(home.cluster, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * After a power cut the pid may belong to another program by now, and PostgreSQL would refuse to start. The file is not
 * deleted: its other lines let PostgreSQL make sure that no backend of the old server is left in the data.
 */
function disownStalePidFile(home: Home): void {
  const text = pidFile(home);
  if (!text || processIsPostgres(Number.parseInt(text, 10))) return;
  writeFileSync(join(home.cluster, "postmaster.pid"), text.replace(/^\d+/, String(nobodysPid)));
}

function freshLog(home: Home): string {
  const log = join(home.path, "log");
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) rmSync(log);
  appendFileSync(log, "");
  if (home.account) chownSync(log, home.account.uid, home.account.gid);
  return log;
}

function rememberedPort(home: Home): number {
  try {
    return Number(readFileSync(join(home.path, "port"), "utf8"));
  } catch {
    return 0;
  }
}

/** `wanted` if nobody listens there, else any free port. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted ? resolve(freePort(0)) : reject(error)));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}
