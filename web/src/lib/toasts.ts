import type { ToastText } from "../ui/toast.tsx";
import { createStore } from "./store.ts";

/** How long an undo stands open. */
const UNDO = 8_000;
let count = 0;

export const toasts = createStore<readonly ToastText[]>([]);

/** Shows what was done; with `undo`, a way back for 8 s. At most three at a time, the oldest goes. */
export function toast(text: string, undo?: { label: string; onUndo: () => void }): void {
  const key = `toast-${++count}`;
  const life = undo ? UNDO : 5_000;
  toasts.set([...toasts.get(), { key, text, life, ...(undo && { undo }) }].slice(-3));
}

export function dropToast(key: string): void {
  toasts.set(toasts.get().filter((shown) => shown.key !== key));
}
