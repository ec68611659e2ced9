import type { Answers } from "./answers.ts";

/** Answers that the server may not have yet, and the version that they follow. Dropped as soon as the server has them. */
export type DeviceDraft = { answers: Answers; version: number | null };

const keyOf = (person: string) => `shouwang.request-draft.${person}`;

export function readDeviceDraft(person: string): DeviceDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? "null") ?? undefined;
  } catch {
    return undefined; // Storage refused or cut off in the middle: the server's draft stands.
  }
}

export function writeDeviceDraft(person: string, draft: DeviceDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(keyOf(person), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(person));
  } catch {
    // Private windows may refuse storage: the server's draft is then the only one.
  }
}
