import { type CoverRows, coverRows } from "./cover-rows.ts";
import { Basis } from "./lp-basis.ts";
import { Columns } from "./lp-columns.ts";
import { dualSimplex } from "./lp-dual.ts";
import { PrimalSimplex } from "./lp-primal.ts";
import type { Model } from "./model.ts";
import { rowCost } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Window } from "./window.ts";

/** What a column that a dive has ruled out costs, where the dual simplex gave up. */
const RULED_OUT = 3e3;
/** Costs and needs are shaken by this much: without it most pivots lead nowhere (all costs are small integers). */
const SHAKE = 5e-5;
const SHAKEN_NEED = 1e-4;
/** Cost of leaving a person without a row: keeps every master feasible. */
const NOBODY = 1e6;

/**
 * The linear master of the column generation: mix rows so that everyone in the window has one row in total and the cover costs
 * least. Its rows are the people, then the slots; its columns two slacks a slot (too few, too many), "nobody" for each person,
 * then rows of people.
 *
 * Revised simplex with a dense inverse, warm from one round to the next. The npm package of HiGHS was the other choice: it takes
 * a model as text and starts cold each time, which costs more than all pivots here.
 * Needs are shaken a little against degeneracy; bounds do not suffer, they come from the prices alone (Lagrange).
 */
export class Master {
  readonly prices: Float64Array;
  /** Cost of the mix. */
  value = 0;
  private readonly model: Model;
  private readonly people: readonly number[];
  private readonly random: Random;
  private readonly rows: CoverRows;
  private readonly columns = new Columns();
  private readonly basis: Basis;
  private readonly simplex: PrimalSimplex;
  private readonly firstRow: number;
  /** Person and row of each column from `firstRow` on. */
  private readonly owner: number[] = [];
  private readonly duties: Uint8Array[] = [];
  private readonly known = new Map<string, number>();

  /** `start` holds one row for each of the window's people: the mix to begin with. `given` is the cover that all others give. */
  constructor(model: Model, window: Window, start: readonly Uint8Array[], given: Int16Array, random: Random) {
    const { people } = window;
    this.model = model;
    this.people = people;
    this.random = random;
    this.rows = coverRows(model, people, window.from, window.to);
    this.prices = new Float64Array(model.days * model.shifts);
    const { slots } = this.rows;
    const target = new Float64Array(people.length + slots.length).fill(1);
    this.addSlacks(given, target);
    const nobody = this.columns.length;
    for (let i = 0; i < people.length; i++) this.addColumn(NOBODY, Int32Array.of(i), 1);
    this.firstRow = this.columns.length;
    this.basis = new Basis(this.columns, target, (place) =>
      place < people.length ? nobody + place : 2 * (place - people.length),
    );
    this.simplex = new PrimalSimplex(this.basis);
    this.beginWith(start, target);
  }

  private addSlacks(given: Int16Array, target: Float64Array): void {
    const { model, random, people, rows } = this;
    rows.slots.forEach((slot, i) => {
      const row = people.length + i;
      const isFloor = rows.floor[slot] === i;
      const needed = (isFloor ? model.floor : model.wanted)[slot]! - given[slot]!;
      target[row] = needed + (0.2 + random.unit()) * SHAKEN_NEED;
      this.addColumn(isFloor ? model.floorCost : model.under[slot]!, Int32Array.of(row), 1);
      this.addColumn(isFloor ? 0 : model.over[slot]!, Int32Array.of(row), -1);
    });
  }

  private addColumn(cost: number, entries: Int32Array, sign: 1 | -1): number {
    return this.columns.add(cost, (0.2 + this.random.unit()) * SHAKE, entries, sign);
  }

  private beginWith(start: readonly Uint8Array[], target: Float64Array): void {
    const { basis, columns } = this;
    const { size, held, inverse, level } = basis;
    const people = this.people.length;
    start.forEach((row, p) => {
      held[p] = this.add(p, row);
    });
    level.set(target);
    const covered = new Float64Array(size);
    for (let p = 0; p < people; p++) for (const row of columns.entries[held[p]!]!) if (row >= people) covered[row]!++;
    for (let row = 0; row < size; row++) {
      inverse[row * size + row] = 1;
      if (row < people) continue;
      const gap = target[row]! - covered[row]!;
      const sign = gap >= 0 ? 1 : -1;
      held[row] = 2 * (row - people) + (sign > 0 ? 0 : 1);
      level[row] = Math.abs(gap);
      inverse[row * size + row] = sign;
      for (let p = 0; p < people; p++) if (columns.entries[held[p]!]!.includes(row)) inverse[row * size + p] = -sign;
    }
    for (const column of held) columns.basic[column] = 1;
    basis.refreshDuals();
  }

  /** Adds a row of the i-th person unless it is known; returns its column. */
  add(i: number, row: Uint8Array): number {
    const key = `${i}/${String.fromCharCode(...row)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { model, rows } = this;
    const entries = [i];
    for (let d = 0; d < model.days; d++) {
      if (row[d] === 0) continue;
      const slot = d * model.shifts + row[d]! - 1;
      for (const there of [rows.cover[slot]!, rows.floor[slot]!])
        if (there >= 0) entries.push(this.people.length + there);
    }
    const column = this.addColumn(rowCost(model, this.people[i]!, row), Int32Array.from(entries), 1);
    this.owner.push(i);
    this.duties.push(row.slice());
    this.known.set(key, column);
    return column;
  }

  /** Rows of people known so far. */
  get size(): number {
    return this.owner.length;
  }

  /** The best mix of the known rows; false when it takes another call to get there. */
  optimise(): boolean {
    const { basis, model, people, rows } = this;
    const isBest = this.simplex.optimise();
    this.value = model.base;
    for (let i = 0; i < basis.size; i++) this.value += this.columns.cost[basis.held[i]!]! * basis.level[i]!;
    const dualAt = (row: number) => (row >= 0 ? basis.dual[people.length + row]! : 0);
    for (let slot = 0; slot < this.prices.length; slot++)
      this.prices[slot] = -(dualAt(rows.cover[slot]!) + dualAt(rows.floor[slot]!));
    return isBest;
  }

  /** Reduced cost of a person's row is its price minus this. */
  dualOf(i: number): number {
    return this.basis.dual[i]!;
  }

  /** Rows of each person in the mix with their share, largest first. */
  mix(): { row: Uint8Array; share: number }[][] {
    const { held, level, size } = this.basis;
    const mix: { row: Uint8Array; share: number }[][] = this.people.map(() => []);
    for (let i = 0; i < size; i++) {
      const at = held[i]! - this.firstRow;
      if (at >= 0 && level[i]! > 1e-3) mix[this.owner[at]!]!.push({ row: this.duties[at]!, share: level[i]! });
    }
    for (const rows of mix) rows.sort((a, b) => b.share - a.share);
    return mix;
  }

  /** Rules out every other row of this person; they stay in the mix until `expel`. */
  fix(i: number, row: Uint8Array): void {
    const kept = this.add(i, row);
    const { banned } = this.columns;
    this.owner.forEach((owner, at) => {
      if (owner === i) banned[this.firstRow + at] = this.firstRow + at === kept ? 0 : 1;
    });
    banned[this.firstRow - this.people.length + i] = 1;
  }

  /**
   * Drives what is ruled out of the mix: by the dual simplex, which keeps the prices sane; where that goes on for too long, by
   * making it dear.
   */
  expel(): void {
    const { basis, columns } = this;
    const saved = basis.save();
    if (dualSimplex(basis)) return;
    basis.restore(saved);
    for (const column of basis.held) if (columns.banned[column]) columns.penalty[column] = RULED_OUT;
    basis.refreshDuals();
  }
}
