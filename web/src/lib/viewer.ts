import type { MessageId } from "@lingui/core";
import { createStore, useStore } from "./store.ts";

export type Role = "counsellor" | "family" | "volunteer" | "coordinator" | "checker" | "staff";
export type Viewer = { id: string; name: string; roles: readonly Role[] /** The hat worn now. */; role: Role };

/** `undefined` = not asked yet, `null` = nobody is signed in. */
const store = createStore<Viewer | null | undefined>(undefined);

export const viewer = store.get;
export const useViewer = () => useStore(store);
export const setViewer = store.set;
export const watchViewer = store.watch;

export function wearRole(role: Role): void {
  const now = store.get();
  if (now?.roles.includes(role)) store.set({ ...now, role });
}

export const roleWord = (role: Role): MessageId => `app.role.${role}`;
