import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Two requests, of which only one can have the person both name; the more urgent place is dearer to leave open. */
const file = [
  "c two families, two tutors",
  "p min 5 7",
  "n 1 1",
  "n 2 2",
  "n 5 -3",
  "a 1 3 0 1 5",
  "a 1 5 0 1 1000",
  "a 2 3 0 1 2",
  "a 2 4 0 1 7",
  "a 2 5 0 2 2000",
  "a 3 5 0 1 0",
  "a 4 5 0 1 0",
].join("\n");

const command = join(import.meta.dirname, "../bench/solve.ts");
let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shouwang-solve-"));
  path = join(folder, "two.min");
  writeFileSync(path, file);
});

afterAll(() => rmSync(folder, { recursive: true }));

const solve = (...args: string[]) => promisify(execFile)(process.execPath, ["--no-warnings", command, ...args]);

test("--json prints one line with objective, dual, open places, seconds and memory", async () => {
  const { stdout } = await solve(path, "--json", "--runs", "1");
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(JSON.parse(stdout)).toEqual({
    objective: 1009,
    dual: 1009,
    unfilled: 1,
    seconds: expect.any(Number),
    rssMb: expect.any(Number),
  });
});

test("without it the open places are told class by class", async () => {
  const { stdout } = await solve(path, "--runs", "1");
  expect(stdout.split("\n").slice(0, 5)).toEqual([
    "objective 1009 = dual 1009: optimal",
    "assigned 2",
    "unfilled",
    "  class 0 (1000 each): 1",
    "  class 1 (2000 each): 0",
  ]);
});

test("--out writes the assignment as flow on the arcs of the file", async () => {
  const out = join(folder, "two.sol");
  await solve(path, "--runs", "1", "--out", out);
  expect(readFileSync(out, "utf8")).toBe("s 1009\nf 2 3 1\nf 2 4 1\n");
});

test("a bad file ends the command with the line and the reason", async () => {
  const bad = join(folder, "bad.min");
  writeFileSync(bad, file.replace("a 2 4 0 1 7", "a 2 9 0 1 7"));
  await expect(solve(bad)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^line 9: the second node must be a whole number from 1 to 5, not "9"/),
  });
});
