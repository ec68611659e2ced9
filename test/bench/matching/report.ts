import type { RepairTimes } from "./repairs.ts";
import type { SplitTimes } from "./split.ts";
import type { Timed } from "./timing.ts";

export interface Measured extends Omit<Timed, "plan"> {
  readonly instance: string;
  readonly seed: number;
  readonly edges: number;
  readonly objective: number;
  readonly dual: number;
  readonly unfilled: number;
  readonly inUrgencyOrder: boolean;
  readonly scansPerPlace: number;
  /** The most that this process ever had: measure one instance a process to read it. */
  readonly rssMb: number;
  readonly lemon?: number;
  readonly ratioToLemon?: number;
  /** The same in processor seconds: what is left of it when other programs want the processor too. */
  readonly cpuRatioToLemon?: number;
  readonly highs?: number;
  readonly ratioToHighs?: number;
  readonly repairs?: readonly RepairTimes[];
  readonly split?: SplitTimes;
}

/** Seconds over LEMON's at most; over those of HiGHS; MB; the cold run over a warm one; µs of a repair, p99 and at most. */
const LEMON_BARS: Readonly<Record<string, number>> = {
  S: 1.2,
  M: 0.45,
  "M-tight": 0.6,
  L: 0.06,
  "L-tight": 0.1,
  RA: 1.2,
  RB: 0.9,
};
const HIGHS_BAR = 0.05;
const RSS_BARS: Readonly<Record<string, number>> = { L: 400 };
const COLD_BARS: Readonly<Record<string, number>> = { L: 1.5 };
const REPAIR_BARS: Readonly<Record<string, number>> = { L: 100, "L-tight": 2_000 };
const REPAIR_MAX_BAR = 10_000;

const against = (value: number, bar: number | undefined): string =>
  bar === undefined ? "" : ` (bar ${bar}: ${value <= bar ? "met" : "MISSED"})`;

export function describe(it: Measured): string {
  const { instance, seconds, cold, unfilled, scansPerPlace, rssMb, objective } = it;
  const coldRatio = Number((cold / seconds).toFixed(2));
  const lines = [
    `${instance}: ${seconds.toFixed(4)} s, cost ${objective} proven, ${unfilled} open${it.inUrgencyOrder ? "" : ", NOT in order of urgency"}, ${scansPerPlace} scans a place`,
    `  cold ${cold.toFixed(3)} s, ${coldRatio} of a warm one${against(coldRatio, COLD_BARS[instance])}; ${rssMb} MB${against(rssMb, RSS_BARS[instance])}`,
  ];
  if (it.lemon !== undefined && it.ratioToLemon !== undefined)
    lines.push(
      `  LEMON ${it.lemon.toFixed(4)} s: ours takes ${it.ratioToLemon} of it${against(it.ratioToLemon, LEMON_BARS[instance])}, ${it.cpuRatioToLemon} by processor time`,
    );
  if (it.highs !== undefined && it.ratioToHighs !== undefined)
    lines.push(
      `  HiGHS ${it.highs.toFixed(3)} s: ours takes ${it.ratioToHighs} of it${against(it.ratioToHighs, HIGHS_BAR)}`,
    );
  for (const { event, count, median, p99, max, cpuP99, cpuMax } of it.repairs ?? [])
    lines.push(
      `  ${event}: ${count} times, median ${median} µs, p99 ${p99} µs${against(p99, REPAIR_BARS[instance])}, max ${max} µs${against(max, REPAIR_MAX_BAR)}; processor p99 ${cpuP99} µs, max ${cpuMax} µs`,
    );
  if (it.split !== undefined)
    lines.push(
      `  by components: ${it.split.components}, the largest ${it.split.largest} of the edges; two threads ${it.split.split.toFixed(3)} s, of which ${it.split.splitting.toFixed(3)} to find and copy them; whole in one thread ${it.split.whole.toFixed(3)} s`,
    );
  return lines.join("\n");
}

/** Whether time grows no faster than n·log n (n: edges), from the smallest to the largest of the same kind of city. */
export function describeGrowth(measured: readonly Measured[]): string | undefined {
  const cities = measured.filter(({ instance }) => ["S", "M", "L"].includes(instance));
  const [small, large] = [cities[0], cities.at(-1)];
  if (small === undefined || large === undefined || small === large) return undefined;
  const work = ({ edges }: Measured) => edges * Math.log(edges);
  const grew = Number((large.seconds / small.seconds).toFixed(1));
  const bar = Number((work(large) / work(small)).toFixed(1));
  return `${small.instance} to ${large.instance}: time × ${grew}, n·log n × ${bar}: ${grew <= bar ? "met" : "MISSED"}`;
}
