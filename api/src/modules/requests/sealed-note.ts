import type { Secrets } from "../../platform/secrets.ts";
import type { RequestRow } from "./request.ts";

/** What a sealed note is bound to: moved to another request's row, it does not open. */
const bindOf = (requestId: string) => `request/${requestId}/note`;

export const sealNote = (secrets: Secrets, requestId: string, note: string): Buffer =>
  secrets.seal(note, bindOf(requestId));

/** In clear: only for the family itself and for whoever it has confirmed. */
export const openNote = (secrets: Secrets, { id, noteSealed }: Pick<RequestRow, "id" | "noteSealed">): string | null =>
  noteSealed ? secrets.open(noteSealed, bindOf(id)) : null;
