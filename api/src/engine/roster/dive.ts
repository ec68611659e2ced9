import type { Master } from "./master.ts";
import type { Random } from "./random.ts";
import type { WindowPricing } from "./window-pricing.ts";

/** A person's row of the mix with this share is fixed without further thought. */
const SURE = 0.97;
/** Several rows are fixed at once while many people are open, but only those with this share. */
const LIKELY = 0.5;
const ROUNDS_AFTER_FIXING = 8;
/** A dive whose master so often does not come to an end is given up. */
const MOST_UNFINISHED = 3;

/** From the best mix to one row a person: fixes rows one after the other, with new columns in between. */
export class Dive {
  private readonly pricing: WindowPricing;
  private readonly master: Master;
  private readonly random: Random;
  /** Receives the rows. */
  private readonly rows: readonly Uint8Array[];

  constructor(pricing: WindowPricing, master: Master, rows: readonly Uint8Array[], random: Random) {
    this.pricing = pricing;
    this.master = master;
    this.rows = rows;
    this.random = random;
  }

  /** Fixes rows of the mix until everybody has one; false when the mix no longer promises to cost `most` or less. */
  *run(most: number): Generator<undefined, boolean, unknown> {
    const { master } = this;
    const { model } = this.pricing;
    const open = new Set(this.rows.keys());
    let unfinished = 0;
    for (;;) {
      this.fixSurest(open);
      if (open.size === 0) return true;
      master.expel();
      for (let round = 0; round < ROUNDS_AFTER_FIXING; round++) {
        if (!master.optimise() && ++unfinished > MOST_UNFINISHED) return false;
        if (!this.addRows(open)) break;
        yield;
      }
      if (master.value - model.base > most + 1e-3) return false;
      yield;
    }
  }

  private addRows(open: Set<number>): boolean {
    const { master, pricing } = this;
    const { window, prices } = pricing;
    prices.set(master.prices);
    const before = master.size;
    for (const i of open) {
      const row = this.rows[i]!;
      if (pricing.cheapestRow(window.people[i]!, row) - master.dualOf(i) < -0.01) master.add(i, row);
    }
    return master.size > before;
  }

  private fixSurest(open: Set<number>): void {
    const { master, random } = this;
    const mix = master.mix();
    const most = Math.floor(open.size / 8) - 2;
    const order = [...open].map((i) => ({ i, ...mix[i]![0]!, rank: mix[i]![0]!.share + 0.1 * random.unit() }));
    order.sort((a, b) => b.rank - a.rank);
    order.forEach(({ i, row, share }, n) => {
      if (n > 0 && share < SURE && (n >= most || share < LIKELY)) return;
      master.fix(i, row);
      open.delete(i);
      this.rows[i]!.set(row);
    });
  }
}
