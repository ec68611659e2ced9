import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { redisProgram } from "./harness/redis.ts";

// Runs every test (or those that the arguments choose) and ends with the plain line "N passed, N failed".

const jest = join(import.meta.dirname, "node_modules/jest/bin/jest.js");
const results = mkdtempSync(join(tmpdir(), "shouwang-results-"));

/** @returns {{passed: number, failed: number}} A suite that did not load counts as one failure; so does a jest that fell. */
function run(project, ...options) {
  const output = join(results, `${project}.json`);
  const json = ["--json", `--outputFile=${output}`];
  const args = [
    "--config",
    join(import.meta.dirname, "jest.config.js"),
    "--selectProjects",
    project,
    "--passWithNoTests",
  ];
  const chosen = process.argv.slice(2);
  const { status } = spawnSync(
    process.execPath,
    ["--experimental-vm-modules", "--no-warnings", jest, ...args, ...json, ...options, ...chosen],
    { stdio: "inherit" },
  );
  return totals(output, status);
}

function totals(output, status) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(output, "utf8"));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
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
  return lines;
}

// Stories wait for the database and browsers for their servers, so more of them run at once than there are processors.
const atOnce = `--maxWorkers=${availableParallelism() + 1}`;
const all = [run("rules and stories", atOnce), run("measured", "--runInBand"), run("browser", atOnce)];
rmSync(results, { recursive: true });
for (const line of lacking()) console.log(line);
const sum = (name) => all.reduce((total, one) => total + one[name], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
