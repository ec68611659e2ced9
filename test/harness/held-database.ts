import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

/** A process of its own that holds an embedded database on `folder`, as a Shouwang does. */
export class HeldDatabase {
  readonly process: ChildProcess;
  /** The superuser's address; undefined when the process refused to start. */
  readonly adminUrl: Promise<string | undefined>;
  /** All it said on stderr, known once it has ended. */
  readonly said: Promise<string>;
  readonly ended: Promise<number | null>;

  constructor(folder: string) {
    // The channel tells it when the test run is killed.
    const stdio = ["ignore", "pipe", "pipe", "ipc"] as const;
    this.process = spawn(process.execPath, [join(import.meta.dirname, "hold-database.mjs"), folder], {
      stdio: [...stdio],
    });
    this.said = text(this.process.stderr!);
    this.ended = once(this.process, "exit").then(([code]) => code);
    const first = once(createInterface(this.process.stdout!), "line").then(([line]) => String(line));
    this.adminUrl = Promise.race([first, this.ended.then(() => undefined)]);
  }

  /** Sends a signal and waits for the end. @returns the exit code; null when the signal killed it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}
