/**
 * pnpm bench roster --instance PATH --seconds N --seed S [--json] [--out FILE] [--cpu]
 * Prints cost, bound, gap and the checker's verdict; --cpu counts seconds of processor instead of the clock's, for busy machines.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { RosterProblemError } from "../../api/src/engine/roster/problem-error.ts";
import { readBenchmark } from "../../api/src/engine/roster/read-benchmark.ts";
import { NoRosterError, type Progress, RosterSearch } from "../../api/src/engine/roster/search.ts";
import { checkRoster } from "../engine/roster-checker.ts";

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      instance: { type: "string" },
      seconds: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      out: { type: "string" },
      cpu: { type: "boolean", default: false },
      trace: { type: "boolean", default: false },
    },
  });
  if (!values.instance) {
    console.error("usage: bench roster --instance PATH --seconds N --seed S [--json] [--out FILE] [--cpu] [--trace]");
    return 2;
  }
  try {
    return solve(values.instance, Number(values.seconds), Number(values.seed), values);
  } catch (error) {
    if (!(error instanceof RosterProblemError || error instanceof NoRosterError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function solve(
  path: string,
  seconds: number,
  seed: number,
  options: { json: boolean; out?: string | undefined; cpu: boolean; trace: boolean },
): number {
  const spent = options.cpu ? cpuClock() : wallClock();
  const text = readFileSync(path, "utf8");
  const search = new RosterSearch(readBenchmark(text), seed);
  const run = search.run();
  let step = run.next(0);
  let shown: Progress | undefined;
  while (!step.done && spent() < seconds) {
    if (options.trace && (step.value.cost !== shown?.cost || step.value.stage !== shown.stage)) {
      shown = step.value;
      console.error(spent().toFixed(2), shown.stage, shown.cost, shown.bound);
    }
    step = run.next(spent() / seconds);
  }
  const { roster, cost, bound, gap } = search.result;
  const lines = roster.map((row) => row.map((shift) => shift ?? "-").join(" ")).join("\n");
  if (options.out) writeFileSync(options.out, `${lines}\n`);
  const verdict = checkRoster(text, lines);
  const report = {
    instance: path.split("/").at(-1),
    seed,
    seconds: Number(spent().toFixed(2)),
    cost,
    bound: bound ?? "none found in the time",
    gapPercent: gap === undefined ? null : Number((gap * 100).toFixed(2)),
    checkedCost: verdict.cost,
    violations: verdict.violations.length,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (options.json) console.log(JSON.stringify(report));
  else console.table([report]);
  return verdict.violations.length === 0 && verdict.cost === cost ? 0 : 1;
}

function wallClock(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}

function cpuClock(): () => number {
  return () => process.cpuUsage().user / 1e6;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await run(process.argv.slice(2));
}
