import type { Plan } from "../../../api/src/engine/matching/plan.ts";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { LivePlan, type NewEdge } from "../../../api/src/engine/matching/repair/live-plan.ts";
import { randomFrom, whole } from "./random.ts";

export const REPAIR_INSTANCES: ReadonlySet<string> = new Set(["L", "L-tight"]);

/** Microseconds that events of one kind took by the clock, and by the thread's own processor time. */
export interface RepairTimes {
  readonly event: string;
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
  readonly cpuP99: number;
  readonly cpuMax: number;
}

const EVENTS = 5000;
const WARM_UP = 1000;

/** Times 5,000 events of each kind on a city under way; pairs of kinds undo each other so that the city keeps its shape. */
export function timeRepairs(problem: Problem, plan: Plan, seed: number): RepairTimes[] {
  const live = new LivePlan(problem, plan);
  const random = randomFrom(seed);
  const edgesOfPerson = namings(problem);
  const request = () => whole(random, 0, problem.need.length - 1);
  const person = () => whole(random, 0, problem.capacity.length - 1);
  const named = () => problem.edgePerson[whole(random, 0, problem.edgePerson.length - 1)]!;
  const candidates = (r: number): NewEdge[] => {
    const edges: NewEdge[] = [];
    for (let e = problem.edgeStart[r]!; e < problem.edgeStart[r + 1]!; e++)
      edges.push({ to: problem.edgePerson[e]!, cost: problem.edgeCost[e]! });
    return edges;
  };
  const times: RepairTimes[] = [];
  const time = (event: string, happen: () => (() => void) | undefined) => times.push(timeEvent(event, happen));
  time("request arrives", () => {
    const r = request();
    const arrival = {
      need: problem.need[r]!,
      urgency: problem.urgency[r]!,
      unfilledCost: problem.unfilledCost[r]!,
      people: candidates(r),
    };
    return () => live.requestArrives(arrival);
  });
  time("request is withdrawn", () => {
    const r = whole(random, 0, live.requests - 1);
    return () => live.requestWithdrawn(r);
  });
  time("request grows", () => {
    const r = request();
    return () => live.requestGrows(r, 1);
  });
  time("request shrinks", () => {
    const r = request();
    return live.openPlaces(r) + live.filledPlaces(r) > 0 ? () => live.requestShrinks(r, 1) : undefined;
  });
  time("person arrives", () => {
    const requests = edgesOfPerson(person());
    return () => live.personArrives({ capacity: 1, requests });
  });
  time("person cancels", () => {
    const p = named();
    return () => live.personCancels(p);
  });
  time("person gains a place", () => {
    const p = named();
    return () => live.personGains(p, 1);
  });
  time("person loses a place", () => {
    const p = named();
    return live.placesOf(p) > 0 ? () => live.personLoses(p, 1) : undefined;
  });
  const pinned: [number, number][] = [];
  time("pin", () => {
    const r = request();
    const p = problem.edgePerson[whole(random, problem.edgeStart[r]!, problem.edgeStart[r + 1]! - 1)]!;
    if (live.placesOf(p) === 0 || live.openPlaces(r) + live.filledPlaces(r) === 0) return undefined;
    pinned.push([r, p]);
    return () => live.pin(r, p);
  });
  time("unpin", () => {
    const pair = pinned.pop();
    return pair === undefined ? undefined : () => live.unpin(...pair);
  });
  return times;
}

function timeEvent(event: string, happen: () => (() => void) | undefined): RepairTimes {
  const clock: number[] = [];
  const cpu: number[] = [];
  for (let done = 0, tries = 0; done < WARM_UP + EVENTS && tries < 10 * EVENTS; tries++) {
    const act = happen();
    if (act === undefined) continue;
    const usedBefore = threadMicros();
    const start = performance.now();
    act();
    const micros = (performance.now() - start) * 1000;
    const used = threadMicros() - usedBefore;
    if (done++ < WARM_UP) continue;
    clock.push(micros);
    cpu.push(used);
  }
  return {
    event,
    count: clock.length,
    median: quantile(clock, 0.5),
    p99: quantile(clock, 0.99),
    max: quantile(clock, 1),
    cpuP99: quantile(cpu, 0.99),
    cpuMax: quantile(cpu, 1),
  };
}

function threadMicros(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  const value = values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return Math.round(value * 10) / 10;
}

function namings(problem: Problem): (p: number) => NewEdge[] {
  const of = new Map<number, NewEdge[]>();
  for (let r = 0; r < problem.need.length; r += 20) {
    for (let e = problem.edgeStart[r]!; e < problem.edgeStart[r + 1]!; e++) {
      const edges = of.get(problem.edgePerson[e]!) ?? [];
      edges.push({ to: r, cost: problem.edgeCost[e]! });
      of.set(problem.edgePerson[e]!, edges);
    }
  }
  const all = [...of.values()];
  return (p) => all[p % all.length]!;
}
