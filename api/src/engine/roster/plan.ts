import type { Model } from "./model.ts";
import { weekendsTouched } from "./model.ts";

/** A roster under change, with the people on each slot and its cost kept up to date. */
export class Plan {
  readonly model: Model;
  /** One row of `days` entries a person: 0 for off, shift + 1. */
  readonly rows: Uint8Array[];
  readonly count: Int16Array;
  cost: number;

  constructor(model: Model, rows?: readonly Uint8Array[]) {
    this.model = model;
    this.rows = Array.from({ length: model.people }, (_, p) => rows?.[p]?.slice() ?? new Uint8Array(model.days));
    this.count = new Int16Array(model.days * model.shifts);
    for (const row of this.rows)
      for (let d = 0; d < model.days; d++) if (row[d] !== 0) this.count[d * model.shifts + row[d]! - 1]!++;
    this.cost = model.base;
    for (let slot = 0; slot < this.count.length; slot++) this.cost += slotCost(model, slot, this.count[slot]!);
    for (let p = 0; p < model.people; p++) this.cost += rowCost(model, p, this.rows[p]!);
  }

  /** Takes the duties of days from..to out of the cover; the row itself stays until `put`. */
  lift(p: number, from: number, to: number): void {
    this.shiftCover(p, from, to, -1);
  }

  drop(p: number, from: number, to: number): void {
    this.shiftCover(p, from, to, 1);
  }

  private shiftCover(p: number, from: number, to: number, by: 1 | -1): void {
    const { model, count } = this;
    const row = this.rows[p]!;
    for (let d = from; d < to; d++) {
      const duty = row[d]!;
      if (duty === 0) continue;
      const slot = d * model.shifts + duty - 1;
      const n = count[slot]!;
      count[slot] = n + by;
      this.cost += by === 1 ? price(model, slot, n) : -price(model, slot, n - 1);
    }
  }
}

/** Cost of one more person on a slot that has n. */
export function price(model: Model, slot: number, n: number): number {
  if (n >= model.wanted[slot]!) return model.over[slot]!;
  return n < model.floor[slot]! ? -model.under[slot]! - model.floorCost : -model.under[slot]!;
}

export function slotCost(model: Model, slot: number, n: number): number {
  const missing = model.wanted[slot]! - n;
  if (missing <= 0) return -missing * model.over[slot]!;
  return missing * model.under[slot]! + Math.max(0, model.floor[slot]! - n) * model.floorCost;
}

/** Cost of a row by itself: wishes and fair share. */
export function rowCost(model: Model, p: number, row: Uint8Array): number {
  return wishCost(model, p, row, 0, model.days) + shareCost(model, p, row);
}

export function wishCost(model: Model, p: number, row: Uint8Array, from: number, to: number): number {
  let cost = 0;
  for (let d = from; d < to; d++) {
    const duty = row[d]!;
    const day = p * model.days + d;
    cost += duty === 0 ? model.off[day]! : model.duty[day * model.shifts + duty - 1]!;
  }
  return cost;
}

export function shareCost(model: Model, p: number, row: Uint8Array): number {
  const limits = model.limits[p]!;
  if (limits.shareCost === 0) return 0;
  let minutes = 0;
  for (const duty of row) if (duty !== 0) minutes += model.minutesOf[duty - 1]!;
  return limits.shareCost * Math.floor(Math.abs(minutes - limits.shareMinutes) / 60);
}

/** Weekends with duty in a row. */
export function weekendsServed(model: Model, row: Uint8Array): number {
  let served = 0;
  let latest = 0;
  for (let d = 0; d < model.days; d++)
    if (row[d] !== 0 && weekendsTouched(model, d, d + 1) > 0 && model.weekendsBegun[d + 1]! > latest) {
      latest = model.weekendsBegun[d + 1]!;
      served++;
    }
  return served;
}
