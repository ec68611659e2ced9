import type { Tick } from "../../ui/ticks.tsx";
import type { FillCandidatesFragment } from "./fill.generated.ts";

export type Candidate = FillCandidatesFragment["list"][number];

/** `sent`: an offer is out to them. */
export function stateOf(candidate: Candidate): "fit" | "sent" | "blocked" {
  if (candidate.assignment?.state === "OFFERED") return "sent";
  return candidate.fits ? "fit" : "blocked";
}

/** Only rules that all may give way leave a choice. */
export const mayOverride = ({ reasons }: Candidate): boolean =>
  reasons.length > 0 && reasons.every(({ overridable }) => overridable);

/** What speaks against somebody may be firm, or may give way to a reason: the two look different. */
export function ticksOf({ facts, reasons }: Candidate): Tick[] {
  const soft = new Set<string>(reasons.filter(({ overridable }) => overridable).map(({ code }) => code));
  return facts.map(({ code, label, ok }) => ({ label, fit: ok ? "yes" : soft.has(code) ? "soft" : "no" }));
}

/** Those to be asked in turn: the best who have not been asked, as many as there are places. */
export const nextToAsk = (candidates: readonly Candidate[], places: number): Candidate[] =>
  candidates.filter((candidate) => stateOf(candidate) === "fit").slice(0, Math.max(0, places));
