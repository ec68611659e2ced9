import type { DayPrices } from "./day-prices.ts";
import { FORBIDDEN, type Limits, type Model, REFUSED, weekendsTouched } from "./model.ts";
import type { Budget } from "./row-budget.ts";
import type { RowShape } from "./row-shape.ts";
import type { Span } from "./row-span.ts";
import type { RunPrices } from "./run-prices.ts";

/**
 * The dynamic program over the days of a span. `rested` holds the cheapest way to reach a day free to start a run, `served` the
 * cheapest way to have just ended one, both per weekends × counted duties × minutes used.
 */
export class RowTable {
  /** The cheapest row, one entry a day, as the latest solve left it. */
  readonly found: Uint8Array;
  private readonly model: Model;
  private readonly days: DayPrices;
  private readonly runs: RunPrices;
  private limits!: Limits;
  private shape!: RowShape;
  private span!: Span;
  private budget!: Budget;
  /** States of one day. */
  private block = 0;
  // Scratch, grown when needed and never given back.
  private rested = new Float64Array(0);
  private served = new Float64Array(0);
  private restedFrom = new Int16Array(0);
  private servedFrom = new Int32Array(0);

  constructor(model: Model, days: DayPrices, runs: RunPrices) {
    this.model = model;
    this.days = days;
    this.runs = runs;
    this.found = new Uint8Array(model.days);
  }

  /** Cost of the cheapest row over the span, at or above REFUSED when there is none. */
  solve(limits: Limits, shape: RowShape, span: Span, budget: Budget): number {
    this.limits = limits;
    this.shape = shape;
    this.span = span;
    this.budget = budget;
    this.block = budget.weekends * budget.tallies * budget.units;
    this.reserve((span.last - span.first + 1) * this.block);
    this.forward();
    return this.finish();
  }

  private reserve(size: number): void {
    if (this.rested.length < size) {
      this.rested = new Float64Array(size * 1.2);
      this.served = new Float64Array(size * 1.2);
      this.restedFrom = new Int16Array(size * 1.2);
      this.servedFrom = new Int32Array(size * 1.2);
    }
    this.rested.fill(FORBIDDEN, 0, size);
    this.served.fill(FORBIDDEN, 0, size);
  }

  private forward(): void {
    const { limits, runs } = this;
    const { first, last } = this.span;
    const { days } = this.model;
    const length = last - first;
    if (this.span.startsRested) this.rested[0] = 0;
    else this.served[0] = 0;
    for (let i = 0; i <= length; i++) {
      if (i > 0) this.rest(i);
      if (i === length || !this.mayStart(i)) continue;
      const longest = Math.min(limits.longestRun, length - i);
      runs.grow(i, longest);
      const opensHorizon = first + i === 0;
      for (let l = 1; l <= longest; l++) {
        const closesHorizon = first + i + l === days;
        if (l >= limits.shortestRun || opensHorizon || closesHorizon) this.pushRuns(i, l);
      }
    }
  }

  /** Fills `rested` of day i: a longer break, or one that has just become long enough. */
  private rest(i: number): void {
    const { rested, restedFrom, limits } = this;
    const { restCost, restSum } = this.days;
    const { block } = this;
    const at = i * block;
    const { shortestBreak, longestBreak } = limits;
    if (longestBreak >= this.model.days) {
      const dayOff = restCost[i - 1]!;
      for (let x = 0; x < block; x++) {
        rested[at + x] = rested[at - block + x]! + dayOff;
        restedFrom[at + x] = 0;
      }
      if (i >= shortestBreak) this.breakFrom(i, shortestBreak);
    } else {
      if (i <= longestBreak && this.span.startsRested) {
        rested[at] = restSum[i]!;
        restedFrom[at] = 0;
      }
      for (let j = shortestBreak; j <= Math.min(longestBreak, i); j++) this.breakFrom(i, j);
    }
  }

  private breakFrom(i: number, length: number): void {
    const { rested, served, restedFrom } = this;
    const { restSum } = this.days;
    const { block } = this;
    const at = i * block;
    const from = (i - length) * block;
    const cost = restSum[i]! - restSum[i - length]!;
    if (cost >= REFUSED) return;
    for (let x = 0; x < block; x++) {
      const via = served[from + x]! + cost;
      if (via < rested[at + x]!) {
        rested[at + x] = via;
        restedFrom[at + x] = length;
      }
    }
  }

  private mayStart(i: number): boolean {
    const { rested } = this;
    const { block } = this;
    for (let x = i * block; x < (i + 1) * block; x++) if (rested[x]! < REFUSED) return true;
    return false;
  }

  /** Carries every way to be rested on day i over the runs of length l. */
  private pushRuns(i: number, l: number): void {
    const { shape, rested, served, servedFrom } = this;
    const { tallies, units, weekends } = this.budget;
    const level = shape.levels[l - 1]!;
    const best = this.runs.runCost[l - 1]!;
    const touched = weekendsTouched(this.model, this.span.first + i, this.span.first + i + l);
    const after = this.budget.tallyAfter[l - 1];
    for (let load = 0; load < level.loads; load++) {
      const cost = best[load]!;
      if (cost >= REFUSED) continue;
      const taken = level.units[load]!;
      const parent = l * 32768 + load;
      for (let w = 0; w + touched < weekends; w++)
        for (let tally = 0; tally < tallies; tally++) {
          const tallyTo = after ? after[tally * level.loads + load]! : 0;
          if (tallyTo < 0) continue;
          const from = ((i * weekends + w) * tallies + tally) * units;
          const to = (((i + l) * weekends + w + touched) * tallies + tallyTo) * units + taken;
          for (let m = 0; m < units - taken; m++) {
            const sum = rested[from + m]! + cost;
            if (sum < served[to + m]!) {
              served[to + m] = sum;
              servedFrom[to + m] = parent;
            }
          }
        }
    }
  }

  /** Picks the cheapest end and walks back. */
  private finish(): number {
    const { rested, served, limits, span, block } = this;
    const { restSum } = this.days;
    const { units, leastUnits } = this.budget;
    const length = span.last - span.first;
    let best = FORBIDDEN;
    let bestAt = -1;
    let bestIdle = 0;
    const idleMost = this.span.endsRested ? -1 : Math.min(limits.shortestBreak - 1, length);
    for (let idle = -1; idle <= idleMost; idle++) {
      const states = idle < 0 ? rested : served;
      const at = (length - Math.max(idle, 0)) * block;
      const cost = idle < 0 ? 0 : restSum[length]! - restSum[length - idle]!;
      for (let x = 0; x < block; x++) {
        const m = x % units;
        if (m < leastUnits || states[at + x]! >= REFUSED) continue;
        const total = states[at + x]! + cost + this.shareCost(m);
        if (total < best) {
          best = total;
          bestAt = at + x;
          bestIdle = idle;
        }
      }
    }
    if (best < REFUSED) this.walkBack(bestAt, bestIdle);
    return best;
  }

  private shareCost(m: number): number {
    const { shareCost, shareMinutes } = this.limits;
    if (shareCost === 0) return 0;
    return shareCost * Math.floor(Math.abs(m * this.shape.unit + this.budget.keptMinutes - shareMinutes) / 60);
  }

  private walkBack(end: number, idle: number): void {
    const { found, shape, block } = this;
    const { first, last } = this.span;
    const { units, tallies, weekends } = this.budget;
    found.fill(0, first, last);
    let isRested = idle < 0;
    let at = end;
    for (;;) {
      const i = (at / block) | 0;
      if (isRested) {
        if (i === 0) return;
        const jump = this.restedFrom[at]!;
        if (jump > 0) {
          at -= jump * block;
          isRested = false;
        } else if (this.limits.longestBreak < this.model.days) return;
        else at -= block;
        continue;
      }
      if (i === 0) return;
      const l = this.servedFrom[at]! >> 15;
      const load = this.servedFrom[at]! & 32767;
      const level = shape.levels[l - 1]!;
      const from = i - l;
      const touched = weekendsTouched(this.model, first + from, first + i);
      const inBlock = at - i * block;
      const m = inBlock % units;
      const tally = ((inBlock / units) | 0) % tallies;
      const w = (inBlock / (units * tallies)) | 0;
      let tallyFrom = tally;
      if (shape.counted.length > 0) tallyFrom = this.tallyBefore(tally, level, load);
      this.runs.write(from, l, load, found, first);
      at = ((from * weekends + w - touched) * tallies + tallyFrom) * units + m - level.units[load]!;
      isRested = true;
    }
  }

  private tallyBefore(tally: number, level: { counts: Int16Array }, load: number): number {
    let before = tally;
    let stride = 1;
    this.budget.tallyCaps.forEach((cap, i) => {
      before -= level.counts[load * this.budget.tallyCaps.length + i]! * stride;
      stride *= cap + 1;
    });
    return before;
  }
}
