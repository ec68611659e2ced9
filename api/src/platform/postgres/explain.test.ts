import { expect, test } from "vitest";
import { StartError } from "../start-error.ts";
import { explain } from "./explain.ts";
import { RunError } from "./run.ts";

test.each([
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10\nHINT:  Check free disk space.\nselecting dynamic shared memory implementation ... posix',
    "The disk that holds .data/postgres is full: free some space and start again.",
  ],
  [
    "FATAL:  could not create shared memory segment: No more of it",
    "The machine has no shared memory left for the database: close other programs (or other databases) and start again.",
  ],
  [
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    "The disk that holds .data/postgres is full: free some space and start again.",
  ],
  [
    "FATAL:  database files are incompatible with server\nDETAIL: 17, 18",
    ".data/postgres was made by another PostgreSQL version: move it away, or name another folder in SHOUWANG_DATA.",
  ],
  [
    "LOG:  starting\n2026-11-23 20:00:00 UTC [7] FATAL:  something new\npg_ctl: could not start server",
    "The embedded database does not start: 2026-11-23 20:00:00 UTC [7] FATAL:  something new (more in .data/postgres/log)",
  ],
])("what PostgreSQL says becomes one line: %s", (said, line) => {
  expect(explain(new RunError(said), ".data/postgres")).toEqual(new StartError(line));
});

test("what is a line already stays as it is", () => {
  const error = new StartError("Another Shouwang runs here.");
  expect(explain(error, ".data")).toBe(error);
});
