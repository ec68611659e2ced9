import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Plan } from "../../api/src/engine/matching/plan.ts";
import { solve } from "../../api/src/engine/matching/solve.ts";
import { DimacsError, type DimacsProblem, readDimacs } from "./matching/dimacs.ts";

const USAGE = "usage: pnpm solve FILE.min [--json] [--out FILE] [--runs N]";

/** Longest time spent on warm-up: solving is timed when the compiler has seen it. */
const WARM_UP_MS = 3000;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, out: { type: "string" }, runs: { type: "string", default: "3" } },
  });
  const [file] = positionals;
  const runs = Number(values.runs);
  if (file === undefined || positionals.length > 1 || !Number.isInteger(runs) || runs < 1)
    throw new DimacsError(0, USAGE);
  const read = readDimacs(piecesOf(file));
  const { plan, seconds } = timed(read, runs);
  if (values.out !== undefined) writeFileSync(values.out, assignmentLines(read, plan));
  const { objective, dual } = plan;
  const unfilled = plan.unfilled.reduce((sum, open) => sum + open, 0);
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  if (values.json) console.log(JSON.stringify({ objective, dual, unfilled, seconds, rssMb }));
  else console.log(report(read, plan, seconds));
}

/** A file in pieces: large ones never stand in memory whole. */
function* piecesOf(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, "r");
  try {
    for (const piece = new Uint8Array(1 << 16); ; ) {
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The plan and the median of the warm runs, in seconds. */
function timed({ problem }: DimacsProblem, runs: number): { plan: Plan; seconds: number } {
  const began = performance.now();
  let plan = solve(problem);
  for (let warm = 1; warm < 20 && performance.now() - began < WARM_UP_MS; warm++) plan = solve(problem);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    plan = solve(problem);
    times.push((performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return { plan, seconds: times[times.length >> 1]! };
}

function report({ classCosts }: DimacsProblem, plan: Plan, seconds: number): string {
  const classes = classCosts.map((cost, at) => `  class ${at} (${cost} each): ${plan.unfilledByClass[at] ?? 0}`);
  return [
    `objective ${plan.objective} = dual ${plan.dual}: optimal`,
    `assigned ${plan.assigned.length}`,
    "unfilled",
    ...classes,
    `${seconds.toFixed(4)} s`,
  ].join("\n");
}

/** The flow on arcs from requests to people, as DIMACS solution lines after the objective. */
function assignmentLines({ problem, requestNode, personNode }: DimacsProblem, plan: Plan): string {
  const lines = [`s ${plan.objective}`];
  let r = 0;
  for (const e of plan.assigned) {
    while (e >= problem.edgeStart[r + 1]!) r++;
    lines.push(`f ${requestNode[r]} ${personNode[problem.edgePerson[e]!]} 1`);
  }
  return `${lines.join("\n")}\n`;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
