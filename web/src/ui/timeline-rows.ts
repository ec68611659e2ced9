import type { ReactNode } from "react";

export type BarState = "in" | "ok" | "pinned" | "wait" | "gap" | "late" | "past";
export type TimelineBar = {
  key: string;
  state: BarState;
  /** Milliseconds since the epoch. */
  start: number;
  end: number;
  text: ReactNode;
  /** Full name for screen readers: "Hotline A seat 1, 18:00–20:00, Zhang Ning, checked in". */
  label: string;
};
export type TimelineRow = { key: string; label: ReactNode; bars: readonly TimelineBar[] };
export type TimelineWindow = { from: number; to: number };

/** The bar a key leads to, or nothing. */
export function nextBar(rows: readonly TimelineRow[], from: string | undefined, key: string): string | undefined {
  const r = rows.findIndex((row) => row.bars.some((bar) => bar.key === from));
  const row = rows[r];
  const b = row?.bars.findIndex((bar) => bar.key === from) ?? -1;
  const here = row?.bars[b];
  if (!row || !here) return undefined;
  if (key === "ArrowLeft") return row.bars[b - 1]?.key;
  if (key === "ArrowRight") return row.bars[b + 1]?.key;
  if (key === "Home") return row.bars[0]?.key;
  if (key === "End") return row.bars.at(-1)?.key;
  const step = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
  if (step === 0) return undefined;
  for (let next = r + step; next >= 0 && next < rows.length; next += step) {
    const near = nearest(rows[next]?.bars ?? [], here.start);
    if (near) return near.key;
  }
  return undefined;
}

function nearest(bars: readonly TimelineBar[], start: number): TimelineBar | undefined {
  return bars.toSorted((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))[0];
}
