import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Is this the number of a living PostgreSQL? A dead one that nobody reaped (a zombie) is not. */
export function processIsPostgres(pid: number): boolean {
  if (!exists(pid)) return false;
  if (process.platform === "linux") return /^\d+ \(postgres\) [^ZX]/.test(stat(pid));
  return process.platform === "win32" || /postgres/.test(command(pid));
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function stat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

function command(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
