import { FORBIDDEN, type Limits, type Model, REFUSED, weekendsTouched } from "./model.ts";
import { type RowShape, rowShape } from "./row-shape.ts";

/** What the days being rebuilt may hold. While a row is still being built its least minutes over the horizon do not count yet. */
export interface Quota {
  readonly least: number;
  readonly most: number;
  readonly weekends: number;
  readonly building: boolean;
}

/** A limit this small is broken often enough to count it from the start once it has been broken. */
const OFTEN_BINDING = 6;

/**
 * Finds the cheapest row a person can serve, exactly, for given prices of the slots: the one tool of construction, improvement
 * and bounds.
 *
 * Dynamic program over days; a row alternates breaks and runs of duty. `rested` holds the cheapest way to reach a day free to
 * start a run, `served` the cheapest way to have just ended one, both per weekends × counted duties × minutes used. The inside
 * of a run (which shift on which day) is solved on the side, per first day. A day-by-day program with the shift in its state was
 * some twenty times slower on four weeks with ten shifts.
 *
 * Part of a row can be rebuilt: the days from..to, whole weeks. What lies around is kept; runs and breaks that reach across the
 * edges are taken in as pinned days, so that no rule has a special case at an edge.
 */
export class RowSearch {
  private readonly model: Model;
  private readonly shapes = new Map<string, RowShape>();
  private readonly countedOf: number[][];
  private shape!: RowShape;
  private limits!: Limits;
  // The question being answered.
  private first = 0;
  private last = 0;
  private weekends = 0;
  private tallies = 0;
  private units = 0;
  private leastUnits = 0;
  private startsRested = true;
  private endsRested = false;
  private tallyCaps: number[] = [];
  private keptMinutes = 0;
  private quota: Quota | undefined;
  // Scratch, grown when needed and never given back.
  private rested = new Float64Array(0);
  private served = new Float64Array(0);
  private restedFrom = new Int16Array(0);
  private servedFrom = new Int32Array(0);
  private dayCost = new Float64Array(0);
  private dayShift = new Int16Array(0);
  private restCost = new Float64Array(0);
  private restSum = new Float64Array(0);
  private levelCost: Float64Array[] = [];
  private runCost: Float64Array[] = [];
  private tallyAfter: Int32Array[] = [];
  private readonly found: Uint8Array;

  constructor(model: Model) {
    this.model = model;
    this.found = new Uint8Array(model.days);
    this.countedOf = model.limits.map(() => []);
  }

  /**
   * Rebuilds the days from..to of `row` (one entry a day: 0 for off, shift + 1) at the least cost of wishes, fair share and
   * prices (per slot), within a quota for those days if one is given. Returns that cost over the days it looked at, or Infinity with the row unchanged when no row is allowed.
   */
  rebuild(p: number, row: Uint8Array, from: number, to: number, prices: Float64Array, quota?: Quota): number {
    this.quota = quota;
    this.limits = this.model.limits[p]!;
    let counted = this.countedOf[p]!;
    for (;;) {
      this.shape = this.shapeOf(p, counted);
      const cost = this.solve(p, row, from, to, prices);
      if (cost >= REFUSED) return Number.POSITIVE_INFINITY;
      const broken = this.overCount(row);
      if (broken < 0) {
        for (let d = this.first; d < this.last; d++) row[d] = this.found[d]!;
        return cost;
      }
      counted = [...counted, broken];
      if (this.limits.mostOf[broken]! <= OFTEN_BINDING) this.countedOf[p] = counted;
    }
  }

  /** First and one past the last day that the latest rebuild looked at. */
  get span(): readonly [number, number] {
    return [this.first, this.last];
  }

  private shapeOf(p: number, counted: readonly number[]): RowShape {
    const key = `${p}/${counted}`;
    let shape = this.shapes.get(key);
    if (!shape) {
      shape = rowShape(this.model, p, counted);
      this.shapes.set(key, shape);
    }
    return shape;
  }

  private overCount(row: Uint8Array): number {
    const { shifts, days } = this.model;
    for (let s = 0; s < shifts; s++) {
      const most = this.limits.mostOf[s]!;
      if (most >= days || this.shape.counted.includes(s)) continue;
      let n = 0;
      for (let d = 0; d < days; d++) if ((d >= this.first && d < this.last ? this.found[d] : row[d]) === s + 1) n++;
      if (n > most) return s;
    }
    return -1;
  }

  private solve(p: number, row: Uint8Array, from: number, to: number, prices: Float64Array): number {
    this.spread(row, from, to);
    if (!this.budget(row, from, to)) return FORBIDDEN;
    this.priceDays(p, row, from, to, prices);
    this.forward();
    return this.finish();
  }

  /** Widens from..to to whole runs and to breaks that are still too short at the edge. */
  private spread(row: Uint8Array, from: number, to: number): void {
    const { days } = this.model;
    const { shortestBreak, longestBreak } = this.limits;
    let first = from;
    this.startsRested = true;
    if (first > 0 && row[first - 1] !== 0) while (first > 0 && row[first - 1] !== 0) first--;
    else if (first > 0) {
      let opens = first;
      while (opens > 0 && row[opens - 1] === 0) opens--;
      if (longestBreak < days || (opens > 0 && first - opens < shortestBreak)) {
        first = opens;
        this.startsRested = opens === 0;
      }
    }
    let last = to;
    this.endsRested = false;
    if (last < days && row[last] !== 0) while (last < days && row[last] !== 0) last++;
    else if (last < days) {
      let ends = last;
      while (ends < days && row[ends] === 0) ends++;
      if (longestBreak < days || (ends < days && ends - last < shortestBreak)) {
        last = ends;
        this.endsRested = ends < days;
      }
    }
    this.first = first;
    this.last = last;
  }

  /** What is left of the contract after the kept days. */
  private budget(row: Uint8Array, from: number, to: number): boolean {
    const { model, limits, shape, first, last } = this;
    let minutes = 0;
    let weekends = 0;
    const tally = shape.counted.map(() => 0);
    let weekend = -1;
    for (let d = 0; d < model.days; d++) {
      if (d === first) d = last;
      if (d >= model.days) break;
      const duty = row[d]!;
      if (duty === 0) continue;
      minutes += model.minutesOf[duty - 1]!;
      const i = shape.counted.indexOf(duty - 1);
      if (i >= 0) tally[i]!++;
      if (weekendsTouched(model, d, d + 1) > 0 && model.weekendsBegun[d + 1] !== weekend) {
        weekend = model.weekendsBegun[d + 1]!;
        weekends++;
      }
    }
    this.keptMinutes = minutes;
    this.weekends = Math.min(limits.mostWeekends - weekends, weekendsTouched(model, first, last)) + 1;
    let most = limits.most - minutes;
    let least = limits.least - minutes;
    if (this.quota) {
      let edges = 0;
      for (let d = first; d < last; d++)
        if ((d < from || d >= to) && row[d] !== 0) edges += model.minutesOf[row[d]! - 1]!;
      most = Math.min(most, this.quota.most + edges);
      least = this.quota.building ? this.quota.least + edges : Math.max(least, this.quota.least + edges);
      const allowed = this.quota.weekends + weekendsTouched(model, first, from) + weekendsTouched(model, to, last);
      this.weekends = Math.min(this.weekends, allowed + 1);
    }
    const longest = Math.max(0, ...(shape.levels[0]?.units ?? []));
    this.units = Math.min(Math.floor(most / shape.unit), longest * (last - first)) + 1;
    this.leastUnits = Math.max(0, Math.ceil(least / shape.unit));
    this.tallyCaps = shape.counted.map((s, i) => Math.min(limits.mostOf[s]! - tally[i]!, last - first));
    this.tallies = this.tallyCaps.reduce((product, cap) => product * (cap + 1), 1);
    if (this.weekends < 1 || this.units < 1 || this.tallyCaps.some((cap) => cap < 0)) return false;
    this.sumTallies();
    this.reserve();
    return true;
  }

  /** tallyAfter[level][tally * loads + load]: the tally after a run, or -1 where a count would go over. */
  private sumTallies(): void {
    const { counted, levels } = this.shape;
    this.tallyAfter = [];
    if (counted.length === 0) return;
    for (const level of levels) {
      const after = new Int32Array(this.tallies * level.loads);
      for (let tally = 0; tally < this.tallies; tally++)
        for (let load = 0; load < level.loads; load++) {
          let rest = tally;
          let stride = 1;
          let sum = 0;
          for (let i = 0; i < counted.length && sum >= 0; i++) {
            const radix = this.tallyCaps[i]! + 1;
            const n = (rest % radix) + level.counts[load * counted.length + i]!;
            sum = n < radix ? sum + n * stride : -1;
            rest = (rest / radix) | 0;
            stride *= radix;
          }
          after[tally * level.loads + load] = sum;
        }
      this.tallyAfter.push(after);
    }
  }

  private reserve(): void {
    const { shape } = this;
    const length = this.last - this.first;
    const size = (length + 1) * this.weekends * this.tallies * this.units;
    if (this.rested.length < size) {
      this.rested = new Float64Array(size * 1.2);
      this.served = new Float64Array(size * 1.2);
      this.restedFrom = new Int16Array(size * 1.2);
      this.servedFrom = new Int32Array(size * 1.2);
    }
    this.rested.fill(FORBIDDEN, 0, size);
    this.served.fill(FORBIDDEN, 0, size);
    if (this.dayCost.length < length * shape.classes) {
      this.dayCost = new Float64Array(length * shape.classes * 2);
      this.dayShift = new Int16Array(length * shape.classes * 2);
    }
    if (this.restCost.length < length + 1) {
      this.restCost = new Float64Array(length * 2 + 1);
      this.restSum = new Float64Array(length * 2 + 1);
    }
    shape.levels.forEach((level, l) => {
      if ((this.levelCost[l]?.length ?? 0) < level.loads * shape.nodes)
        this.levelCost[l] = new Float64Array(level.loads * shape.nodes);
      if ((this.runCost[l]?.length ?? 0) < level.loads) this.runCost[l] = new Float64Array(level.loads);
    });
  }

  /** The cheapest shift of each class on each day; kept days allow only what they hold. */
  private priceDays(p: number, row: Uint8Array, from: number, to: number, prices: Float64Array): void {
    const { model, shape, first, last, dayCost, dayShift } = this;
    const { classes, classOf } = shape;
    const { shifts, days, duty, off } = model;
    dayCost.fill(FORBIDDEN, 0, (last - first) * classes);
    this.restSum[0] = 0;
    for (let d = first; d < last; d++) {
      const kept = d < from || d >= to;
      const holds = row[d]!;
      const at = (d - first) * classes;
      const place = (p * days + d) * shifts;
      for (let s = 0; s < shifts; s++) {
        const k = classOf[s]!;
        if (k < 0 || (kept && holds !== s + 1)) continue;
        const cost = duty[place + s]! + prices[d * shifts + s]!;
        if (cost < dayCost[at + k]!) {
          dayCost[at + k] = cost;
          dayShift[at + k] = s + 1;
        }
      }
      this.restCost[d - first] = kept && holds !== 0 ? FORBIDDEN : off[p * days + d]!;
      this.restSum[d - first + 1] = this.restSum[d - first]! + this.restCost[d - first]!;
    }
  }

  private forward(): void {
    const { first, last, limits } = this;
    const { days } = this.model;
    const length = last - first;
    if (this.startsRested) this.rested[0] = 0;
    else this.served[0] = 0;
    for (let i = 0; i <= length; i++) {
      if (i > 0) this.rest(i);
      if (i === length || !this.mayStart(i)) continue;
      const longest = Math.min(limits.longestRun, length - i);
      this.growRuns(i, longest);
      const opensHorizon = first + i === 0;
      for (let l = 1; l <= longest; l++) {
        const closesHorizon = first + i + l === days;
        if (l >= limits.shortestRun || opensHorizon || closesHorizon) this.pushRuns(i, l);
      }
    }
  }

  /** Fills `rested` of day i: a longer break, or one that has just become long enough. */
  private rest(i: number): void {
    const { rested, restedFrom, restCost, restSum, limits } = this;
    const block = this.weekends * this.tallies * this.units;
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
      if (i <= longestBreak && this.startsRested) {
        rested[at] = restSum[i]!;
        restedFrom[at] = 0;
      }
      for (let j = shortestBreak; j <= Math.min(longestBreak, i); j++) this.breakFrom(i, j);
    }
  }

  private breakFrom(i: number, length: number): void {
    const { rested, served, restedFrom, restSum } = this;
    const block = this.weekends * this.tallies * this.units;
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
    const block = this.weekends * this.tallies * this.units;
    for (let x = i * block; x < (i + 1) * block; x++) if (rested[x]! < REFUSED) return true;
    return false;
  }

  /** Cheapest inside of every run that starts on day i, per length and load. */
  private growRuns(i: number, longest: number): void {
    const { shape, levelCost, dayCost } = this;
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

  /** Carries every way to be rested on day i over the runs of length l. */
  private pushRuns(i: number, l: number): void {
    const { shape, rested, served, servedFrom, tallies, units, weekends } = this;
    const level = shape.levels[l - 1]!;
    const best = this.runCost[l - 1]!;
    const touched = weekendsTouched(this.model, this.first + i, this.first + i + l);
    const after = this.tallyAfter[l - 1];
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
    const { rested, served, restSum, weekends, tallies, units, limits } = this;
    const length = this.last - this.first;
    const block = weekends * tallies * units;
    let best = FORBIDDEN;
    let bestAt = -1;
    let bestIdle = 0;
    const idleMost = this.endsRested ? -1 : Math.min(limits.shortestBreak - 1, length);
    for (let idle = -1; idle <= idleMost; idle++) {
      const states = idle < 0 ? rested : served;
      const at = (length - Math.max(idle, 0)) * block;
      const cost = idle < 0 ? 0 : restSum[length]! - restSum[length - idle]!;
      for (let x = 0; x < block; x++) {
        const m = x % units;
        if (m < this.leastUnits || states[at + x]! >= REFUSED) continue;
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
    return shareCost * Math.floor(Math.abs(m * this.shape.unit + this.keptMinutes - shareMinutes) / 60);
  }

  private walkBack(end: number, idle: number): void {
    const { found, first, last, units, tallies, weekends, shape } = this;
    const block = weekends * tallies * units;
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
      this.writeRun(from, l, load);
      at = ((from * weekends + w - touched) * tallies + tallyFrom) * units + m - level.units[load]!;
      isRested = true;
    }
  }

  private tallyBefore(tally: number, level: { counts: Int16Array }, load: number): number {
    let before = tally;
    let stride = 1;
    this.tallyCaps.forEach((cap, i) => {
      before -= level.counts[load * this.tallyCaps.length + i]! * stride;
      stride *= cap + 1;
    });
    return before;
  }

  private writeRun(i: number, length: number, load: number): void {
    const { shape, levelCost, dayCost, dayShift, found, first } = this;
    const { nodes, nodeClass, classes, levels, before, beforeStart } = shape;
    this.growRuns(i, length);
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
