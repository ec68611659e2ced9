import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { writeDimacs } from "./dimacs.ts";

export interface LemonResult {
  readonly objective: number;
  /** Median and least wall-clock time of the runs; reading not counted. */
  readonly seconds: number;
  readonly fastest: number;
  readonly cpuSeconds: number;
}

/** LEMON's network simplex in C++; compiled on demand. */
export class Lemon {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined, with the reason told, where there is no compiler or no LEMON. */
  static compile(tell: (message: string) => void): Lemon | undefined {
    const folder = mkdtempSync(join(tmpdir(), "lemon-"));
    const source = join(import.meta.dirname, "network-simplex.cpp");
    const built = spawnSync("g++", ["-O3", "-march=native", "-o", join(folder, "network-simplex"), source], {
      encoding: "utf8",
    });
    if (built.status === 0) return new Lemon(folder);
    rmSync(folder, { recursive: true });
    const why = built.error === undefined ? built.stderr.split("\n")[0] : "there is no g++";
    tell(`LEMON is left out: ${why}. On Debian: apt-get install g++ liblemon-dev`);
    return undefined;
  }

  async solve(problem: Problem, runs: number): Promise<LemonResult> {
    const file = join(this.#folder, "problem.min");
    await pipeline(Readable.from(writeDimacs(problem)), createWriteStream(file));
    const line = execFileSync(join(this.#folder, "network-simplex"), [file, String(runs)], { encoding: "utf8" });
    return JSON.parse(line) as LemonResult;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }
}
