import type { Basis } from "./lp-basis.ts";

const MOST_PIVOTS = 2500;
/** Levels above minus this are taken for zero. */
const TOLERANCE = 1e-3;
const PIVOT = 1e-6;

/**
 * Dual simplex: drives banned columns, and levels that became negative by it, out of the basis. False when it gives up; the basis
 * is then anywhere.
 */
export function dualSimplex(basis: Basis): boolean {
  basis.refreshDuals();
  for (let n = 0; n < MOST_PIVOTS; n++) {
    basis.steady();
    const leaving = mostInfeasible(basis);
    if (leaving < 0) return true;
    const level = basis.level[leaving]!;
    const entering = cheapestEntering(basis, leaving, level < 0 ? -1 : 1);
    if (entering < 0) return false;
    basis.direct(entering);
    if (Math.abs(basis.direction[leaving]!) < PIVOT / 10) return false;
    basis.exchange(entering, leaving, level / basis.direction[leaving]!);
  }
  return false;
}

function mostInfeasible({ size, level, held, columns }: Basis): number {
  let worst = TOLERANCE;
  let leaving = -1;
  for (let i = 0; i < size; i++) {
    const off = columns.banned[held[i]!] ? Math.abs(level[i]!) : -level[i]!;
    if (off > worst) {
      worst = off;
      leaving = i;
    }
  }
  return leaving;
}

/** The column whose entering keeps all reduced costs at zero or above. */
function cheapestEntering({ inverse, size, dual, columns }: Basis, leaving: number, sense: 1 | -1): number {
  const at = leaving * size;
  let best = Number.POSITIVE_INFINITY;
  let bestPivot = 0;
  let entering = -1;
  for (let column = 0; column < columns.length; column++) {
    if (columns.basic[column] || columns.banned[column]) continue;
    const entries = columns.entries[column]!;
    let sum = 0;
    let price = 0;
    for (let e = 0; e < entries.length; e++) {
      sum += inverse[at + entries[e]!]!;
      price += dual[entries[e]!]!;
    }
    const pivot = sum * sense * columns.signs[column]!;
    if (pivot < PIVOT) continue;
    const ratio = Math.max(0, columns.shaken[column]! - columns.signs[column]! * price) / pivot;
    if (ratio < best - 1e-9 || (ratio < best + 1e-9 && pivot > bestPivot)) {
      best = ratio;
      bestPivot = pivot;
      entering = column;
    }
  }
  return entering;
}
