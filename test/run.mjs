import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redisProgram } from "./harness/redis.ts";

// Runs every test (or those that the arguments choose) and ends with the plain line "N passed, N failed".

const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
const results = mkdtempSync(join(tmpdir(), "shouwang-results-"));
const output = join(results, "results.json");

const { status } = spawnSync(
  process.execPath,
  [
    ...[vitest, "run", "--config", join(import.meta.dirname, "vitest.config.ts")],
    ...["--reporter=default", "--reporter=json", `--outputFile=${output}`, ...process.argv.slice(2)],
  ],
  { stdio: "inherit" },
);
const { passed, failed } = totals();
rmSync(results, { recursive: true });

/** @returns {{passed: number, failed: number}} A file that did not load counts as one failure; so does a run that fell. */
function totals() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(output, "utf8"));
    const notLoaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some(({ status }) => status === "failed"),
    );
    const failed = numFailedTests + notLoaded.length;
    return { passed: numPassedTests, failed: failed || (status === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Nothing is skipped for want of a program; what was tried in another way is said. */
function lacking() {
  const fonts = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout;
  const lines = [];
  if (!redisProgram)
    lines.push("No redis-server or valkey-server here: the way through Redis was tried with a stand-in.");
  if (!fonts) lines.push("No Chinese font here: pictures of the screens show boxes instead of characters.");
  if (spawnSync("docker", ["compose", "version"]).status !== 0)
    lines.push("No docker client here: docker-compose.yml was read, not tried by docker compose config.");
  return lines;
}

for (const line of lacking()) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
