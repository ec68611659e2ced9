import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { defineConfig } from "vitest/config";

const root = dirname(import.meta.dirname);
/** What is measured by the clock runs alone, one file after another; the others share the machine and measure nothing. */
const measured = ["test/races/claim-shift.test.ts", "test/web/live-board.test.ts"];

/** Stories wait for the database and browsers for their servers, so more of them run at once than there are processors. */
const beside = availableParallelism() + 1;

/** A group after another. A worker loads the product once for all files it runs: no file may leave anything behind. */
const group = (name: string, groupOrder: number, maxWorkers: number, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, maxWorkers, isolate: false, sequence: { groupOrder } },
});

export default defineConfig({
  root,
  // As Node does it, ".js" before ".mjs": the other way round brings a second copy of graphql.
  resolve: { extensions: [".js", ".json"] },
  test: {
    pool: "forks",
    globalSetup: "test/harness/start-database.ts",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      group(
        "rules and stories",
        1,
        beside,
        ["{api,web}/src/**/*.test.{ts,tsx}", "test/{stories,races,building,engine,faults,attacks}/**/*.test.ts"],
        measured,
      ),
      group("measured", 2, 1, measured),
      group("browser", 3, beside, ["test/web/**/*.test.ts"], measured),
    ],
  },
});
