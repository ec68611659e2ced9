import { useSyncExternalStore } from "react";

/** The one breakpoint of the style sheets, for the few things that CSS cannot say. */
const query = matchMedia("(max-width: 760px)");

export function usePhone(): boolean {
  return useSyncExternalStore(watch, () => query.matches);
}

function watch(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
