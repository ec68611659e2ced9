import type { Basis } from "./lp-basis.ts";

/** Reduced costs above minus this are taken for zero: costs are integers, and closer to the best mix nothing is gained. */
const TOLERANCE = 1e-3;
const PIVOT = 1e-5;
/** Slack granted in a ratio test, so that a larger and safer pivot can be taken (Harris). */
const HARRIS = 1e-8;
const CANDIDATES = 60;
/** Some masters are so degenerate that they pivot for minutes: after so many the caller is asked again. */
const MOST_PIVOTS = 3000;
/** Of the most negative candidates so many are tried out; the one with the greatest gain enters. Halves the pivots. */
const TRIED = 4;

/** Primal simplex over the known columns. */
export class PrimalSimplex {
  private readonly basis: Basis;
  private readonly top = new Int32Array(TRIED);
  private readonly topCost = new Float64Array(TRIED);

  constructor(basis: Basis) {
    this.basis = basis;
  }

  /** Pivots towards the optimum; false when it was not reached within the pivots of one call. */
  optimise(): boolean {
    const { basis } = this;
    basis.refreshDuals();
    let candidates: number[] = [];
    let pivots = 0;
    for (; pivots < MOST_PIVOTS; pivots++) {
      basis.steady();
      let entering = this.choose(candidates);
      if (entering < 0) {
        candidates = this.collect();
        entering = this.choose(candidates);
        if (entering < 0) break;
      }
      if (!this.pivot(entering)) break;
    }
    basis.refreshDuals();
    return pivots < MOST_PIVOTS;
  }

  /** The most promising columns; the next pivots look only at these. */
  private collect(): number[] {
    const { columns, dual } = this.basis;
    const found: { column: number; reduced: number }[] = [];
    for (let column = 0; column < columns.length; column++) {
      if (columns.basic[column] || columns.banned[column]) continue;
      const reduced = columns.reduced(column, dual);
      if (reduced < -TOLERANCE) found.push({ column, reduced });
    }
    found.sort((a, b) => a.reduced - b.reduced);
    return found.slice(0, CANDIDATES).map((each) => each.column);
  }

  private choose(candidates: readonly number[]): number {
    this.rank(candidates);
    const { top, topCost, basis } = this;
    if (top[1]! < 0) return top[0]!;
    let best = -1;
    let entering = top[0]!;
    for (let k = 0; k < TRIED && top[k]! >= 0; k++) {
      basis.direct(top[k]!);
      const leaving = this.leavingPlace();
      if (leaving < 0) continue;
      const gain = -topCost[k]! * Math.max(0, basis.level[leaving]! / basis.direction[leaving]!);
      if (gain > best) {
        best = gain;
        entering = top[k]!;
      }
    }
    return entering;
  }

  private rank(candidates: readonly number[]): void {
    const { top, topCost } = this;
    const { columns, dual } = this.basis;
    top.fill(-1);
    topCost.fill(-TOLERANCE);
    for (const column of candidates) {
      if (columns.basic[column] || columns.banned[column]) continue;
      const reduced = columns.reduced(column, dual);
      if (reduced >= topCost[TRIED - 1]!) continue;
      let k = TRIED - 1;
      for (; k > 0 && topCost[k - 1]! > reduced; k--) {
        topCost[k] = topCost[k - 1]!;
        top[k] = top[k - 1]!;
      }
      topCost[k] = reduced;
      top[k] = column;
    }
  }

  private pivot(entering: number): boolean {
    const { basis } = this;
    basis.direct(entering);
    const leaving = this.leavingPlace();
    if (leaving < 0) return false;
    basis.exchange(entering, leaving, Math.max(0, basis.level[leaving]! / basis.direction[leaving]!));
    return true;
  }

  private leavingPlace(): number {
    const { size, direction, level } = this.basis;
    let most = Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i++)
      if (direction[i]! > PIVOT) most = Math.min(most, (Math.max(0, level[i]!) + HARRIS) / direction[i]!);
    let leaving = -1;
    for (let i = 0; i < size; i++)
      if (direction[i]! > PIVOT && level[i]! / direction[i]! <= most)
        if (leaving < 0 || direction[i]! > direction[leaving]!) leaving = i;
    return leaving;
  }
}
