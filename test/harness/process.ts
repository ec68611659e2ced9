import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { masterKey } from "./product.ts";

export interface ApiProcess {
  readonly url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  readonly output: () => string;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Starts the built API as an operator would, on a database of its own; resolves when it is ready. */
export async function startApi(ownerUrl: string, env: Record<string, string> = {}): Promise<ApiProcess> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, "../../api/dist/main.js")], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: ownerUrl,
      SHOUWANG_MASTER_KEY: masterKey,
      SHOUWANG_ROLE: "api",
      LOG_LEVEL: "info",
      // Production makes no city: the people are the test's own.
      SHOUWANG_MODE: "production",
      PUBLIC_URL: "http://localhost",
      SMTP_URL: "smtp://127.0.0.1:9",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on("data", (text) => {
        output += text;
        if (output.includes("is ready")) resolve();
      });
    void ended.then((code) => reject(new Error(`the API ended with ${code}: ${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null) child.kill(signal);
    return ended;
  };
  return { url, output: () => output, kill: () => end("SIGKILL").then(() => {}), stop: () => end("SIGTERM") };
}
