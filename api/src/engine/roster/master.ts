import { type Model, REFUSED } from "./model.ts";
import { rowCost } from "./plan.ts";
import type { Random } from "./random.ts";

/** Smaller reduced costs and pivots are taken for zero. */
const TOLERANCE = 1e-3;
const PIVOT = 1e-5;
const FEW = 4;
/** Slack granted in a ratio test, so that a larger and safer pivot can be taken (Harris). */
const HARRIS = 1e-8;
/** Price of a column that a dive has ruled out. */
const RULED_OUT = 3e3;
/** Costs and needs are shaken by this much: without it most pivots lead nowhere (all costs are small integers). */
const SHAKE = 5e-5;
const PIVOTS_BETWEEN_INVERSIONS = 400;
/** Cost of leaving a person without a row: keeps every master feasible. */
const NOBODY = 1e6;
const MOST_DUAL_PIVOTS = 2500;

/**
 * The linear master of the column generation: mix rows so that everyone has one row in total and the cover costs least.
 *
 * Revised primal simplex with a dense inverse, warm from one round to the next. The npm package of HiGHS was the other choice:
 * it takes a model as text and starts cold each time, which costs more than all pivots here.
 * The right-hand side is shaken a little against degeneracy; bounds do not suffer, they come from the prices alone (Lagrange).
 */
export class Master {
  readonly prices: Float64Array;
  /** Cost of the mix. */
  value = 0;
  pivots = 0;
  private readonly model: Model;
  private readonly people: readonly number[];
  private readonly given: Int16Array;
  private readonly size: number;
  /** Row of the slot's cover, and of its floor, or -1. */
  private readonly coverRow: Int32Array;
  private readonly floorRow: Int32Array;
  private readonly rowSlot: Int32Array;
  private readonly target: Float64Array;
  private readonly inverse: Float64Array;
  private readonly level: Float64Array;
  private readonly dual: Float64Array;
  private readonly basis: Int32Array;
  private readonly direction: Float64Array;
  private readonly filled: Int32Array;
  private sinceInversion = 0;
  // Columns: first two slacks a slot row (too few, too many), then rows of people.
  private readonly cost: number[] = [];
  private readonly shaken: number[] = [];
  private readonly penalty: number[] = [];
  private readonly entries: Int32Array[] = [];
  private readonly signs: number[] = [];
  private readonly owner: number[] = [];
  private readonly duties: (Uint8Array | undefined)[] = [];
  private basic: Uint8Array = new Uint8Array(1024);
  private readonly known = new Map<string, number>();
  private readonly firstColumn: number;

  /**
   * A master over some people, with the cover that everybody else gives. `start` holds one row for each of them: the mix to
   * begin with.
   */
  constructor(
    model: Model,
    people: readonly number[],
    start: readonly Uint8Array[],
    given: Int16Array,
    random: Random,
    from = 0,
    to = model.days,
  ) {
    this.model = model;
    this.people = people;
    this.given = given;
    this.random = random;
    const slots = model.days * model.shifts;
    this.coverRow = new Int32Array(slots).fill(-1);
    this.floorRow = new Int32Array(slots).fill(-1);
    const rowSlot: number[] = [];
    for (let slot = from * model.shifts; slot < to * model.shifts; slot++) {
      if (!people.some((p) => model.duty[p * slots + slot]! < REFUSED)) continue;
      if (model.wanted[slot]! * model.under[slot]! + model.over[slot]! > 0) {
        this.coverRow[slot] = people.length + rowSlot.push(slot) - 1;
      }
      if (model.floor[slot]! > 0) this.floorRow[slot] = people.length + rowSlot.push(slot) - 1;
    }
    this.rowSlot = Int32Array.from(rowSlot);
    const size = people.length + rowSlot.length;
    this.size = size;
    this.target = new Float64Array(size).fill(1);
    this.inverse = new Float64Array(size * size);
    this.level = new Float64Array(size);
    this.dual = new Float64Array(size);
    this.basis = new Int32Array(size);
    this.direction = new Float64Array(size);
    this.filled = new Int32Array(size);
    this.prices = new Float64Array(slots);
    this.addSlacks();
    for (let i = 0; i < people.length; i++) this.addEntry(NOBODY, Int32Array.of(i), 1, -1, undefined);
    this.firstColumn = this.cost.length;
    this.beginWith(start);
  }

  private addSlacks(): void {
    const { model } = this;
    this.rowSlot.forEach((slot, i) => {
      const row = this.people.length + i;
      const isFloor = this.floorRow[slot] === row;
      const needed = (isFloor ? model.floor : model.wanted)[slot]! - this.given[slot]!;
      this.target[row] = needed + (0.2 + this.random.unit()) * 1e-4;
      this.addEntry(isFloor ? model.floorCost : model.under[slot]!, Int32Array.of(row), 1, -1, undefined);
      this.addEntry(isFloor ? 0 : model.over[slot]!, Int32Array.of(row), -1, -1, undefined);
    });
  }

  private readonly random: Random;

  private addEntry(
    cost: number,
    entries: Int32Array,
    sign: number,
    owner: number,
    duties: Uint8Array | undefined,
  ): number {
    const column = this.cost.push(cost) - 1;
    this.penalty.push(0);
    this.shaken.push(cost + (0.2 + this.random.unit()) * SHAKE);
    this.entries.push(entries);
    this.signs.push(sign);
    this.owner.push(owner);
    this.duties.push(duties);
    if (column >= this.basic.length) {
      const wider = new Uint8Array(this.basic.length * 2);
      wider.set(this.basic);
      this.basic = wider;
    }
    return column;
  }

  /** Adds a row of the i-th person unless it is known; returns its column. */
  add(i: number, row: Uint8Array): number {
    const key = `${i}/${String.fromCharCode(...row)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { model } = this;
    const entries = [i];
    for (let d = 0; d < model.days; d++) {
      if (row[d] === 0) continue;
      const slot = d * model.shifts + row[d]! - 1;
      if (this.coverRow[slot]! >= 0) entries.push(this.coverRow[slot]!);
      if (this.floorRow[slot]! >= 0) entries.push(this.floorRow[slot]!);
    }
    const column = this.addEntry(rowCost(model, this.people[i]!, row), Int32Array.from(entries), 1, i, row.slice());
    this.known.set(key, column);
    return column;
  }

  get columns(): number {
    return this.cost.length - this.firstColumn;
  }

  private beginWith(start: readonly Uint8Array[]): void {
    const { size, basis, inverse, level, target } = this;
    const people = this.people.length;
    start.forEach((row, p) => {
      basis[p] = this.add(p, row);
    });
    level.set(target);
    const covered = new Float64Array(size);
    for (let p = 0; p < people; p++) for (const row of this.entries[basis[p]!]!) if (row >= people) covered[row]!++;
    for (let row = 0; row < size; row++) {
      inverse[row * size + row] = 1;
      if (row < people) continue;
      const gap = target[row]! - covered[row]!;
      const sign = gap >= 0 ? 1 : -1;
      basis[row] = 2 * (row - people) + (sign > 0 ? 0 : 1);
      level[row] = Math.abs(gap);
      inverse[row * size + row] = sign;
      for (let p = 0; p < people; p++) if (this.entries[basis[p]!]!.includes(row)) inverse[row * size + p] = -sign;
    }
    for (const column of basis) this.basic[column] = 1;
    this.refreshDuals();
  }

  private refreshDuals(): void {
    const { size, basis, inverse, dual } = this;
    dual.fill(0);
    for (let i = 0; i < size; i++) {
      const cost = this.shaken[basis[i]!]! + this.penalty[basis[i]!]!;
      if (cost === 0) continue;
      for (let j = 0; j < size; j++) dual[j]! += cost * inverse[i * size + j]!;
    }
  }

  private reduced(column: number): number {
    const entries = this.entries[column]!;
    let sum = 0;
    for (let i = 0; i < entries.length; i++) sum += this.dual[entries[i]!]!;
    return this.shaken[column]! + this.penalty[column]! - this.signs[column]! * sum;
  }

  /** Pivots to the optimum over the known columns, at most `limit` pivots. */
  optimise(limit = Number.POSITIVE_INFINITY): void {
    this.refreshDuals();
    let candidates: number[] = [];
    for (let n = 0; n < limit; n++) {
      if (this.sinceInversion > PIVOTS_BETWEEN_INVERSIONS) this.invert();
      let entering = this.mostNegative(candidates);
      if (entering < 0) {
        candidates = this.collect();
        entering = this.mostNegative(candidates);
        if (entering < 0) break;
      }
      if (!this.pivot(entering)) break;
    }
    this.refreshDuals();
    this.value = 0;
    for (let i = 0; i < this.size; i++) this.value += this.cost[this.basis[i]!]! * this.level[i]!;
    this.value += this.model.base;
    for (let slot = 0; slot < this.prices.length; slot++) {
      const cover = this.coverRow[slot]!;
      const floor = this.floorRow[slot]!;
      this.prices[slot] = -((cover >= 0 ? this.dual[cover]! : 0) + (floor >= 0 ? this.dual[floor]! : 0));
    }
  }

  private mostNegative(candidates: readonly number[]): number {
    const { top, topCost } = this;
    top.fill(-1);
    topCost.fill(-TOLERANCE);
    const K = top.length;
    for (const column of candidates) {
      if (this.basic[column] || this.banned[column]) continue;
      const reduced = this.reduced(column);
      if (reduced >= topCost[K - 1]!) continue;
      let k = K - 1;
      while (k > 0 && topCost[k - 1]! > reduced) {
        topCost[k] = topCost[k - 1]!;
        top[k] = top[k - 1]!;
        k--;
      }
      topCost[k] = reduced;
      top[k] = column;
    }
    if (top[1]! < 0) return top[0]!;
    let best = -1;
    let entering = top[0]!;
    for (let k = 0; k < K && top[k]! >= 0; k++) {
      this.computeDirection(top[k]!);
      const leaving = this.leavingPlace();
      if (leaving < 0) continue;
      const gain = -topCost[k]! * Math.max(0, this.level[leaving]! / this.direction[leaving]!);
      if (gain > best) {
        best = gain;
        entering = top[k]!;
      }
    }
    return entering;
  }
  private readonly top = new Int32Array(FEW);
  private readonly topCost = new Float64Array(FEW);

  /** The most promising columns; the next pivots look only at these. */
  private collect(): number[] {
    const found: { column: number; reduced: number }[] = [];
    for (let column = 0; column < this.cost.length; column++) {
      if (this.basic[column] || this.banned[column]) continue;
      const reduced = this.reduced(column);
      if (reduced < -TOLERANCE) found.push({ column, reduced });
    }
    found.sort((a, b) => a.reduced - b.reduced);
    return found.slice(0, 60).map((each) => each.column);
  }

  private pivot(entering: number): boolean {
    const { direction, level } = this;
    this.computeDirection(entering);
    const leaving = this.leavingPlace();
    if (leaving < 0) return false;
    this.exchange(entering, leaving, Math.max(0, level[leaving]! / direction[leaving]!));
    return true;
  }

  private leavingPlace(): number {
    const { size, direction, level } = this;
    let most = Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i++)
      if (direction[i]! > PIVOT) most = Math.min(most, (Math.max(0, level[i]!) + HARRIS) / direction[i]!);
    let leaving = -1;
    for (let i = 0; i < size; i++)
      if (direction[i]! > PIVOT && level[i]! / direction[i]! <= most)
        if (leaving < 0 || direction[i]! > direction[leaving]!) leaving = i;
    return leaving;
  }

  private computeDirection(entering: number): void {
    const { size, inverse, direction } = this;
    const entries = this.entries[entering]!;
    const sign = this.signs[entering]!;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      const at = i * size;
      for (let e = 0; e < entries.length; e++) sum += inverse[at + entries[e]!]!;
      direction[i] = sign * sum;
    }
  }

  /** One step of Gauss and Jordan: the column in `direction` becomes the unit vector of `place`. */
  private eliminate(place: number): void {
    const { size, inverse, direction, filled } = this;
    const pivot = direction[place]!;
    const row = place * size;
    let fills = 0;
    for (let j = 0; j < size; j++) {
      if (inverse[row + j] === 0) continue;
      inverse[row + j]! /= pivot;
      if (Math.abs(inverse[row + j]!) < 1e-13) inverse[row + j] = 0;
      else filled[fills++] = j;
    }
    for (let i = 0; i < size; i++) {
      const factor = direction[i]!;
      if (i === place || Math.abs(factor) < 1e-12) continue;
      const at = i * size;
      for (let f = 0; f < fills; f++) {
        const j = filled[f]!;
        inverse[at + j]! -= factor * inverse[row + j]!;
      }
    }
  }

  /** Puts a column into the basis at level `step`, for the one in place `leaving`. */
  private exchange(entering: number, leaving: number, step: number): void {
    const { size, inverse, direction, level, dual } = this;
    this.pivots++;
    this.sinceInversion++;
    const reduced = this.reduced(entering);
    this.basic[this.basis[leaving]!] = 0;
    this.basic[entering] = 1;
    this.basis[leaving] = entering;
    this.eliminate(leaving);
    const row = leaving * size;
    for (let j = 0; j < size; j++) dual[j]! += reduced * inverse[row + j]!;
    for (let i = 0; i < size; i++) level[i]! -= direction[i]! * step;
    level[leaving] = step;
  }

  /** Reduced cost of a person's row is its price minus this. */
  dualOf(p: number): number {
    return this.dual[p]!;
  }

  /** Rows of each person in the mix with their share, largest first. */
  mix(): { row: Uint8Array; share: number }[][] {
    const mix: { row: Uint8Array; share: number }[][] = this.people.map(() => []);
    for (let i = 0; i < this.size; i++) {
      const column = this.basis[i]!;
      const owner = this.owner[column]!;
      if (owner >= 0 && this.level[i]! > 1e-3) mix[owner]!.push({ row: this.duties[column]!, share: this.level[i]! });
    }
    for (const rows of mix) rows.sort((a, b) => b.share - a.share);
    return mix;
  }

  /**
   * Drives what is ruled out of the mix: by the dual simplex, which keeps the prices sane; where that goes on for too long, by
   * making it dear.
   */
  expel(): void {
    const state = { inverse: this.inverse.slice(), basis: this.basis.slice(), level: this.level.slice() };
    if (this.dualSimplex()) return;
    this.inverse.set(state.inverse);
    this.basis.set(state.basis);
    this.level.set(state.level);
    this.basic.fill(0);
    for (const column of this.basis) {
      this.basic[column] = 1;
      if (this.banned[column]) this.penalty[column] = RULED_OUT;
    }
    this.refreshDuals();
  }

  private dualSimplex(): boolean {
    this.refreshDuals();
    for (let n = 0; n < MOST_DUAL_PIVOTS; n++) {
      if (this.sinceInversion > PIVOTS_BETWEEN_INVERSIONS) this.invert();
      const leaving = this.mostInfeasible();
      if (leaving < 0) return true;
      const entering = this.dualRatio(leaving, this.level[leaving]! < 0 ? -1 : 1);
      if (entering < 0) return false;
      this.computeDirection(entering);
      if (Math.abs(this.direction[leaving]!) < 1e-7) return false;
      this.exchange(entering, leaving, this.level[leaving]! / this.direction[leaving]!);
    }
    return false;
  }

  private mostInfeasible(): number {
    const { size, level, basis, banned } = this;
    let worst = 1e-3;
    let leaving = -1;
    for (let i = 0; i < size; i++) {
      const off = banned[basis[i]!] ? Math.abs(level[i]!) : -level[i]!;
      if (off > worst) {
        worst = off;
        leaving = i;
      }
    }
    return leaving;
  }

  private dualRatio(leaving: number, sense: number): number {
    const { inverse, size, dual, cost } = this;
    const at = leaving * size;
    let best = Number.POSITIVE_INFINITY;
    let bestAlpha = 0;
    let entering = -1;
    for (let column = 0; column < cost.length; column++) {
      if (this.basic[column] || this.banned[column]) continue;
      const entries = this.entries[column]!;
      let alpha = 0;
      let price = 0;
      for (let e = 0; e < entries.length; e++) {
        alpha += inverse[at + entries[e]!]!;
        price += dual[entries[e]!]!;
      }
      alpha *= sense * this.signs[column]!;
      if (alpha < 1e-6) continue;
      const ratio = Math.max(0, this.shaken[column]! - this.signs[column]! * price) / alpha;
      if (ratio < best - 1e-9 || (ratio < best + 1e-9 && alpha > bestAlpha)) {
        best = ratio;
        bestAlpha = alpha;
        entering = column;
      }
    }
    return entering;
  }
  banned = new Uint8Array(200000);

  ban(i: number, row: Uint8Array): void {
    const kept = this.add(i, row);
    for (let column = this.firstColumn; column < this.cost.length; column++)
      if (this.owner[column] === i) this.banned[column] = column === kept ? 0 : 1;
    this.banned[2 * (this.size - this.people.length) + i] = 1;
  }

  /** Computes the inverse afresh from the basis; the sum of many updates drifts. */
  private invert(): void {
    const { size, basis, inverse, direction } = this;
    const columns = basis.slice().sort((a, b) => this.entries[a]!.length - this.entries[b]!.length);
    const placed = new Uint8Array(size);
    inverse.fill(0);
    for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
    this.basic.fill(0);
    for (const column of columns) {
      this.computeDirection(column);
      let at = -1;
      for (let i = 0; i < size; i++)
        if (!placed[i] && (at < 0 || Math.abs(direction[i]!) > Math.abs(direction[at]!))) at = i;
      if (Math.abs(direction[at]!) < 1e-7) continue;
      placed[at] = 1;
      basis[at] = column;
      this.basic[column] = 1;
      this.eliminate(at);
    }
    const people = this.people.length;
    for (let i = 0; i < size; i++) {
      if (placed[i]) continue;
      // A column was lost to round-off: its place goes to the slack (or to nobody's row), which is independent of the rest.
      basis[i] = i < people ? 2 * (size - people) + i : 2 * (i - people);
      this.basic[basis[i]!] = 1;
    }
    this.sinceInversion = 0;
    this.refreshLevels();
    this.refreshDuals();
  }

  private refreshLevels(): void {
    const { size, inverse, target, level } = this;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += inverse[i * size + j]! * target[j]!;
      level[i] = sum;
    }
  }
}
