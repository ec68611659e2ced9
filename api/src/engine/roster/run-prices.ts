import type { DayPrices } from "./day-prices.ts";
import { FORBIDDEN, REFUSED } from "./model.ts";
import type { RowShape } from "./row-shape.ts";

/** The inside of runs of duty: which class of shift on which day, at the least cost for each length and load. */
export class RunPrices {
  /** Per length (index 0: runs of one day): cost by load. */
  readonly runCost: Float64Array[] = [];
  /** Per length: cost by load and node the run ends in. */
  private readonly levelCost: Float64Array[] = [];
  private readonly days: DayPrices;
  private shape!: RowShape;

  constructor(days: DayPrices) {
    this.days = days;
  }

  set(shape: RowShape): void {
    this.shape = shape;
    shape.levels.forEach((level, l) => {
      if ((this.levelCost[l]?.length ?? 0) < level.loads * shape.nodes)
        this.levelCost[l] = new Float64Array(level.loads * shape.nodes);
      if ((this.runCost[l]?.length ?? 0) < level.loads) this.runCost[l] = new Float64Array(level.loads);
    });
  }

  /** Cheapest inside of every run that starts on day i, per length and load. */
  grow(i: number, longest: number): void {
    const { shape, levelCost } = this;
    const { dayCost } = this.days;
    const { nodes, nodeClass, classes, levels, opening, opens, before, beforeStart } = shape;
    for (let l = 1; l <= longest; l++) {
      const level = levels[l - 1]!;
      const here = levelCost[l - 1]!;
      const best = this.runCost[l - 1]!;
      here.fill(FORBIDDEN, 0, level.loads * nodes);
      const day = (i + l - 1) * classes;
      if (l === 1) {
        for (let n = 0; n < nodes; n++)
          if (opens[n]) here[opening[nodeClass[n]!]! * nodes + n] = dayCost[day + nodeClass[n]!]!;
      } else {
        const previous = levelCost[l - 2]!;
        const { loads, next } = levels[l - 2]!;
        for (let load = 0; load < loads; load++) {
          const from = load * nodes;
          for (let n = 0; n < nodes; n++) {
            const k = nodeClass[n]!;
            const today = dayCost[day + k]!;
            if (today >= REFUSED) continue;
            let cheapest = FORBIDDEN;
            for (let b = beforeStart[n]!; b < beforeStart[n + 1]!; b++) {
              const cost = previous[from + before[b]!]!;
              if (cost < cheapest) cheapest = cost;
            }
            const to = next[load * classes + k]! * nodes + n;
            if (cheapest + today < here[to]!) here[to] = cheapest + today;
          }
        }
      }
      for (let load = 0; load < level.loads; load++) {
        let cheapest = FORBIDDEN;
        for (let n = load * nodes; n < (load + 1) * nodes; n++) if (here[n]! < cheapest) cheapest = here[n]!;
        best[load] = cheapest;
      }
    }
  }

  /** Writes the cheapest run of this length and load that starts on day i of the span into `found`, from the span's first day on. */
  write(i: number, length: number, load: number, found: Uint8Array, first: number): void {
    const { shape, levelCost } = this;
    const { dayCost, dayShift } = this.days;
    const { nodes, nodeClass, classes, levels, before, beforeStart } = shape;
    this.grow(i, length);
    let at = load;
    let node = 0;
    const end = levelCost[length - 1]!;
    for (let n = 1; n < nodes; n++) if (end[at * nodes + n]! < end[at * nodes + node]!) node = n;
    for (let l = length; l >= 1; l--) {
      const k = nodeClass[node]!;
      const day = i + l - 1;
      found[first + day] = dayShift[day * classes + k]!;
      if (l === 1) return;
      const cost = levelCost[l - 1]![at * nodes + node]!;
      const previous = levelCost[l - 2]!;
      const { loads, next } = levels[l - 2]!;
      const today = dayCost[day * classes + k]!;
      search: for (let q = 0; q < loads; q++) {
        if (next[q * classes + k] !== at) continue;
        for (let b = beforeStart[node]!; b < beforeStart[node + 1]!; b++)
          if (previous[q * nodes + before[b]!]! + today === cost) {
            at = q;
            node = before[b]!;
            break search;
          }
      }
    }
  }
}
