import { execFile } from "node:child_process";
import type { Account } from "./account.ts";

/** A program that ended badly, with everything it said. */
export class RunError extends Error {
  override readonly name = "RunError";
}

/** Runs one of PostgreSQL's programs to its end and gives what it printed. Never inherits PG* settings of the shell. */
export function run(program: string, args: string[], as?: { account: Account | undefined; cwd: string }) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
  const options = { env: { ...env, LC_ALL: "C", TZ: "UTC" }, ...(as && { cwd: as.cwd }), ...as?.account };
  return new Promise<string>((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(new RunError(`${stderr}\n${stdout}\n${stderr || stdout ? "" : error.message}`.trim()));
      else resolve(stdout);
    });
  });
}
