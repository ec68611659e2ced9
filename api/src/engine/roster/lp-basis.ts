import type { Columns } from "./lp-columns.ts";

const PIVOTS_BETWEEN_INVERSIONS = 400;

/** A basis of a linear program with its dense inverse, levels and duals; one exchange at a time keeps them up to date. */
export class Basis {
  readonly size: number;
  readonly columns: Columns;
  /** Column in each place. */
  readonly held: Int32Array;
  readonly inverse: Float64Array;
  readonly level: Float64Array;
  readonly dual: Float64Array;
  /** The entering column in terms of the basis, as `direct` left it. */
  readonly direction: Float64Array;
  private readonly target: Float64Array;
  /** A column that is independent of the others in this place, should round-off lose one. */
  private readonly spare: (place: number) => number;
  private readonly filled: Int32Array;
  private sinceInversion = 0;

  constructor(columns: Columns, target: Float64Array, spare: (place: number) => number) {
    const size = target.length;
    this.size = size;
    this.columns = columns;
    this.target = target;
    this.spare = spare;
    this.held = new Int32Array(size);
    this.inverse = new Float64Array(size * size);
    this.level = new Float64Array(size);
    this.dual = new Float64Array(size);
    this.direction = new Float64Array(size);
    this.filled = new Int32Array(size);
  }

  refreshDuals(): void {
    const { size, held, inverse, dual, columns } = this;
    dual.fill(0);
    for (let i = 0; i < size; i++) {
      const cost = columns.price(held[i]!);
      if (cost === 0) continue;
      for (let j = 0; j < size; j++) dual[j]! += cost * inverse[i * size + j]!;
    }
  }

  private refreshLevels(): void {
    const { size, inverse, target, level } = this;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += inverse[i * size + j]! * target[j]!;
      level[i] = sum;
    }
  }

  direct(column: number): void {
    const { size, inverse, direction } = this;
    const entries = this.columns.entries[column]!;
    const sign = this.columns.signs[column]!;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      const at = i * size;
      for (let e = 0; e < entries.length; e++) sum += inverse[at + entries[e]!]!;
      direction[i] = sign * sum;
    }
  }

  /** Puts the directed column into the basis at level `step`, for the one in place `leaving`. */
  exchange(entering: number, leaving: number, step: number): void {
    const { size, inverse, direction, level, dual, held, columns } = this;
    this.sinceInversion++;
    const reduced = columns.reduced(entering, dual);
    columns.basic[held[leaving]!] = 0;
    columns.basic[entering] = 1;
    held[leaving] = entering;
    this.eliminate(leaving);
    const row = leaving * size;
    for (let j = 0; j < size; j++) dual[j]! += reduced * inverse[row + j]!;
    for (let i = 0; i < size; i++) level[i]! -= direction[i]! * step;
    level[leaving] = step;
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

  /** Computes the inverse afresh once in a while: the sum of many updates drifts. */
  steady(): void {
    if (this.sinceInversion <= PIVOTS_BETWEEN_INVERSIONS) return;
    const { size, held, inverse, columns } = this;
    const entries = (column: number) => columns.entries[column]!.length;
    const wanted = held.slice().sort((a, b) => entries(a) - entries(b));
    const placed = new Uint8Array(size);
    inverse.fill(0);
    for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
    columns.basic.fill(0);
    for (const column of wanted) this.place(column, placed);
    for (let i = 0; i < size; i++) {
      if (!placed[i]) held[i] = this.spare(i);
      columns.basic[held[i]!] = 1;
    }
    this.sinceInversion = 0;
    this.refreshLevels();
    this.refreshDuals();
  }

  private place(column: number, placed: Uint8Array): void {
    this.direct(column);
    const { size, direction } = this;
    let at = -1;
    for (let i = 0; i < size; i++)
      if (!placed[i] && (at < 0 || Math.abs(direction[i]!) > Math.abs(direction[at]!))) at = i;
    if (Math.abs(direction[at]!) < 1e-7) return;
    placed[at] = 1;
    this.held[at] = column;
    this.eliminate(at);
  }

  save(): { inverse: Float64Array; held: Int32Array; level: Float64Array } {
    return { inverse: this.inverse.slice(), held: this.held.slice(), level: this.level.slice() };
  }

  restore(saved: { inverse: Float64Array; held: Int32Array; level: Float64Array }): void {
    this.inverse.set(saved.inverse);
    this.held.set(saved.held);
    this.level.set(saved.level);
    this.columns.basic.fill(0);
    for (const column of this.held) this.columns.basic[column] = 1;
  }
}
