import { FORBIDDEN, type Limits, type Model } from "./model.ts";

/**
 * What the exact row search must know about one contract, worked out once.
 *
 * Shifts that are alike in what may precede and follow them, in length and in what is counted are one *class*: on each day only
 * the cheapest shift of a class matters. A *node* is a class with its nights in a row so far. A *load* is what a run of duty
 * consumes: minutes (in units of the greatest common divisor of the shift lengths) and duties of each counted shift.
 */
export interface RowShape {
  readonly unit: number;
  readonly classOf: Int16Array;
  readonly classes: number;
  /** Shifts whose number is counted; the others are checked after the search, which is far cheaper. */
  readonly counted: readonly number[];
  readonly nodes: number;
  readonly nodeClass: Int16Array;
  /** Nodes that may open a run. */
  readonly opens: Uint8Array;
  /** Predecessors of node n: before[beforeStart[n] .. beforeStart[n + 1]). */
  readonly beforeStart: Int16Array;
  readonly before: Int16Array;
  /** Load of a run of one day, by its class. */
  readonly opening: Int16Array;
  /** Loads of runs of each length (index 0: runs of one day). */
  readonly levels: readonly Level[];
}

export interface Level {
  readonly loads: number;
  /** Units of minutes of each load. */
  readonly units: Int32Array;
  /** Duties counted: counts[load * counted.length + i]. */
  readonly counts: Int16Array;
  /** Load on the next level after one more duty: next[load * classes + class]. */
  readonly next: Int16Array;
}

export function rowShape(model: Model, p: number, counted: readonly number[]): RowShape {
  const limits = model.limits[p]!;
  const allowed = allowedShifts(model, p);
  const unit = allowed.reduce((divisor, s) => gcd(divisor, model.minutesOf[s]!), 0) || 1;
  const classOf = classify(model, limits, allowed, counted);
  const classes = Math.max(0, ...classOf.map((each) => each + 1));
  const members = Array.from({ length: classes }, (_, k) => allowed.find((s) => classOf[s] === k)!);
  return {
    unit,
    classOf,
    classes,
    counted,
    ...chain(limits, members, model.shifts),
    ...loadLevels(
      limits.longestRun,
      members.map((s) => model.minutesOf[s]! / unit),
      members.map((s) => counted.indexOf(s)),
      counted.length,
    ),
  };
}

function allowedShifts(model: Model, p: number): number[] {
  const allowed: number[] = [];
  for (let s = 0; s < model.shifts; s++)
    for (let d = 0; d < model.days; d++)
      if (model.duty[(p * model.days + d) * model.shifts + s]! < FORBIDDEN / 2) {
        allowed.push(s);
        break;
      }
  return allowed;
}

function classify(model: Model, limits: Limits, allowed: readonly number[], counted: readonly number[]): Int16Array {
  const classOf = new Int16Array(model.shifts).fill(-1);
  const known = new Map<string, number>();
  for (const s of allowed) {
    const after = allowed.map((other) => limits.follows[s * model.shifts + other]).join("");
    const before = allowed.map((other) => limits.follows[other * model.shifts + s]).join("");
    const key = [after, before, model.minutesOf[s], limits.night[s], counted.indexOf(s)].join("/");
    if (!known.has(key)) known.set(key, known.size);
    classOf[s] = known.get(key)!;
  }
  return classOf;
}

function chain(limits: Limits, members: readonly number[], shifts: number) {
  const nodes: { class: number; nights: number }[] = [];
  members.forEach((s, k) => {
    const nights = limits.night[s] ? Math.min(limits.longestNights, limits.longestRun) : 0;
    if (!limits.night[s] || nights >= limits.longestRun) nodes.push({ class: k, nights: 0 });
    else for (let n = 1; n <= nights; n++) nodes.push({ class: k, nights: n });
  });
  const before: number[] = [];
  const beforeStart = [0];
  for (const node of nodes) {
    nodes.forEach((previous, i) => {
      const follows = limits.follows[members[previous.class]! * shifts + members[node.class]!] === 1;
      if (follows && (node.nights === 0 || previous.nights === node.nights - 1)) before.push(i);
    });
    beforeStart.push(before.length);
  }
  return {
    nodes: nodes.length,
    nodeClass: Int16Array.from(nodes, (node) => node.class),
    opens: Uint8Array.from(nodes, (node) => (node.nights <= 1 ? 1 : 0)),
    before: Int16Array.from(before),
    beforeStart: Int16Array.from(beforeStart),
  };
}

interface Load {
  readonly units: number;
  readonly counts: readonly number[];
}

function loadLevels(longestRun: number, units: readonly number[], counts: readonly number[], counted: number) {
  const nothing: Load = { units: 0, counts: new Array<number>(counted).fill(0) };
  let { loads, next } = grow([nothing], units, counts);
  const opening = next;
  const levels: Level[] = [];
  for (let length = 1; length <= longestRun; length++) {
    const longer = length < longestRun ? grow(loads, units, counts) : { loads: [], next: new Int16Array(0) };
    levels.push({
      loads: loads.length,
      units: Int32Array.from(loads, (load) => load.units),
      counts: Int16Array.from(loads.flatMap((load) => load.counts)),
      next: longer.next,
    });
    ({ loads, next } = longer);
  }
  return { opening, levels };
}

/** All loads after one more duty of any class. */
function grow(loads: readonly Load[], units: readonly number[], counts: readonly number[]) {
  const index = new Map<string, number>();
  const grown: Load[] = [];
  const next: number[] = [];
  for (const load of loads)
    for (let k = 0; k < units.length; k++) {
      const more = { units: load.units + units[k]!, counts: load.counts.map((n, i) => n + (counts[k] === i ? 1 : 0)) };
      const key = `${more.units}/${more.counts}`;
      if (!index.has(key)) index.set(key, grown.push(more) - 1);
      next.push(index.get(key)!);
    }
  return { loads: grown, next: Int16Array.from(next) };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
