import { type Model, REFUSED } from "./model.ts";

/** Which slots have a row in the linear master: those that somebody of the window may serve and that cost something. */
export interface CoverRows {
  /** Slot of each row, counted from 0. */
  readonly slots: readonly number[];
  /** Row of a slot's cover, and of its floor, or -1. */
  readonly cover: Int32Array;
  readonly floor: Int32Array;
}

export function coverRows(model: Model, people: readonly number[], from: number, to: number): CoverRows {
  const all = model.days * model.shifts;
  const cover = new Int32Array(all).fill(-1);
  const floor = new Int32Array(all).fill(-1);
  const slots: number[] = [];
  for (let slot = from * model.shifts; slot < to * model.shifts; slot++) {
    if (!people.some((p) => model.duty[p * all + slot]! < REFUSED)) continue;
    if (model.wanted[slot]! * model.under[slot]! + model.over[slot]! > 0) cover[slot] = slots.push(slot) - 1;
    if (model.floor[slot]! > 0) floor[slot] = slots.push(slot) - 1;
  }
  return { slots, cover, floor };
}
