import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asking } from "./ask.ts";
import { masterKey } from "./product.ts";
import { within } from "./within.ts";

export interface ApiProcess extends ReturnType<typeof asking> {
  readonly url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  readonly output: () => string;
}

/** Starts the built product as an operator would, in production unless `env` says otherwise; resolves when it is ready. */
export async function startApi(ownerUrl: string, env: Record<string, string> = {}): Promise<ApiProcess> {
  const api = new ApiProgram({ DATABASE_URL: ownerUrl, ...env });
  const port = await api.said(/is ready: http:\/\/localhost:(\d+)/);
  const url = `http://127.0.0.1:${port}`;
  return {
    ...asking(url),
    url,
    output: () => api.output,
    kill: () => api.end("SIGKILL").then(() => {}),
    stop: () => api.end("SIGTERM"),
  };
}

/** A start that is expected to fail: what it said and its exit code. */
export async function failedStart(env: Record<string, string>, ...flags: string[]) {
  const api = new ApiProgram(env, flags);
  await api.said(/is ready/).catch(() => {});
  return { code: await api.end("SIGKILL"), output: api.output };
}

/** The built product as a process, whatever becomes of it. */
class ApiProgram {
  output = "";
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;

  constructor(env: Record<string, string>, flags: readonly string[] = []) {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, "../../api/dist/main.js"), ...flags], {
      env: {
        PATH: process.env.PATH,
        // Thirty starts of the same program in a run: it is compiled once.
        NODE_COMPILE_CACHE: join(tmpdir(), "shouwang-test-compiled"),
        PORT: "0",
        HOST: "127.0.0.1",
        SHOUWANG_MASTER_KEY: masterKey,
        SHOUWANG_ROLE: "api",
        LOG_LEVEL: "info",
        // Production makes no city: the people are the test's own.
        SHOUWANG_MODE: "production",
        PUBLIC_URL: "http://localhost",
        SMTP_URL: "smtp://127.0.0.1:9",
        ...env,
      },
      // The channel tells it when the test run is killed.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on("data", (text) => {
        this.output += text;
      });
    this.ended = once(this.#child, "close").then(([code]) => code as number | null);
  }

  /** Resolves with what the pattern's group found, as soon as it was said; rejects when the process ends before. */
  async said(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found[1] ?? "";
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) throw new Error(this.output);
      await Promise.race([
        once(this.#child.stdout!, "data"),
        once(this.#child.stderr!, "data"),
        this.ended.then(() => {}),
      ]);
    }
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode === null) this.#child.kill(signal);
    return within(20, `the end after ${signal}`, this.ended).catch((error) => {
      throw new Error(`${error.message}\n${this.output}`);
    });
  }
}
