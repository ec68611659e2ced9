/** Sets of numbers as half-open ranges `[from, to)`: minutes of a week, or instants. */
export type Range = readonly [from: number, to: number];

/** Sorted, disjoint, never touching, never empty: what the functions below return and expect. */
export type Ranges = readonly Range[];

/** Any ranges, in any order, as a set. Empty and reversed ones vanish. */
export function union(ranges: Iterable<Range>): Ranges {
  const sorted = [...ranges].filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function intersect(a: Ranges, b: Ranges): Ranges {
  const shared: Range[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [aFrom, aTo] = a[i]!;
    const [bFrom, bTo] = b[j]!;
    const from = Math.max(aFrom, bFrom);
    const to = Math.min(aTo, bTo);
    if (from < to) shared.push([from, to]);
    if (aTo < bTo) i++;
    else j++;
  }
  return shared;
}

export function subtract(a: Ranges, b: Ranges): Ranges {
  if (b.length === 0) return a;
  const left: Range[] = [];
  for (const [aFrom, aTo] of a) {
    let from = aFrom;
    for (const [bFrom, bTo] of b) {
      if (bTo <= from) continue;
      if (bFrom >= aTo) break;
      if (from < bFrom) left.push([from, bFrom]);
      from = bTo;
    }
    if (from < aTo) left.push([from, aTo]);
  }
  return left;
}

export const covers = (set: Ranges, [from, to]: Range): boolean => set.some((r) => r[0] <= from && to <= r[1]);

export const total = (set: Ranges): number => set.reduce((sum, [from, to]) => sum + to - from, 0);
