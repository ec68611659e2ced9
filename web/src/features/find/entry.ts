import type { LucideIcon } from "lucide-react";

/** Somewhere to go or something to do. */
export type Entry = { key: string; label: string; note?: string | undefined; icon: LucideIcon; go: () => void };

/** As many as are seen without scrolling much; whoever has more to choose from types another letter. */
const MOST = 12;

/** Those in which every word that was typed stands somewhere, in their own order. */
export function matching<Some extends Pick<Entry, "label" | "note">>(entries: readonly Some[], typed: string): Some[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ label, note = "" }: Some) => words.every((word) => `${label} ${note}`.toLowerCase().includes(word));
  return entries.filter(holds).slice(0, MOST);
}
