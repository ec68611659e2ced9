import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout; every command runs there. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === "win32";

/** What stopped us, in words for the person at the keyboard. Printed without a stack. */
export class Trouble extends Error {}

/** Runs a command to its end. @returns {Promise<{ok: boolean, output: string}>} */
export function run(command, args, folder = ".") {
  return new Promise((resolve) => {
    const stdio = ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { cwd: join(root, folder), shell: windows, stdio });
    const output = [];
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output: Buffer.concat(output).toString() }));
  });
}

const causes = [
  [/ENOSPC|[Nn]o space left/, () => "The disk is full: free some space and run the command again."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|error sending request|dns error/,
    () =>
      "The package registry is out of reach: check the network (or npm's registry setting) and run the command again.",
  ],
  [
    /EACCES|EPERM|[Pp]ermission denied/,
    () => `${root} may not be written to: give it to this user and run the command again.`,
  ],
];

/** Runs a command that must succeed; where its failure has a well-known cause, one line says so. */
export async function must(what, command, args, folder) {
  const { ok, output } = await run(command, args, folder);
  if (ok) return output;
  const cause = causes.find(([pattern]) => pattern.test(output));
  throw new Trouble(
    cause ? cause[1]() : `${output.trim().split("\n").slice(-30).join("\n")}\n${what} failed: see above.`,
  );
}

/**
 * Becomes the command, as far as anybody outside can see: same terminal, signals passed on, same exit code. The command
 * has a process group of its own, so that Ctrl-C reaches it once, through us; if we are killed, its IPC channel closes.
 */
export function handOver(command, args) {
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const child = spawn(command, args, { cwd: root, stdio, detached: !windows });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => passOn(child, signal));
  const watch = watchNpm(() => passOn(child, "SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
      resolve();
    });
  });
}

function passOn(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (windows) child.kill(signal);
  else process.kill(-child.pid, signal);
}

/** npm that is asked to end does so at once and tells nobody: its child sees it only by having another parent. */
function watchNpm(gone) {
  if (windows || !process.env.npm_lifecycle_event) return undefined;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    gone();
  }, 200);
  return watch;
}
