import type { MessageId } from "@lingui/core";

/** A proof to hand in; texts as typed. */
export type NewCredential = { kind: string; issuer: string; number: string; validFrom: string; validUntil: string };
export type Field = keyof NewCredential;
export type Errors = Partial<Record<Field, MessageId>>;

export const nothingFilled: NewCredential = { kind: "", issuer: "", number: "", validFrom: "", validUntil: "" };
export const fields: readonly Field[] = ["kind", "issuer", "number", "validFrom", "validUntil"];

/** What is missing before it is worth asking the server. `today` as `2026-11-25`. */
export function errorsIn({ kind, issuer, validFrom, validUntil }: NewCredential, today: string): Errors {
  return {
    ...(kind === "" && { kind: "credentials.error.kind" }),
    ...(issuer.trim() === "" && { issuer: "credentials.error.issuer" }),
    ...(validFrom === "" && { validFrom: "credentials.error.from" }),
    ...(validUntil === "" && { validUntil: "credentials.error.until" }),
    ...(validUntil !== "" && validUntil < today && { validUntil: "credentials.error.over" }),
    ...(validUntil !== "" && validUntil < validFrom && { validUntil: "credentials.error.order" }),
  } as Errors;
}
