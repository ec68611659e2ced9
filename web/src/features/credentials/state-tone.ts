import type { CredentialState } from "@shouwang/schema/types";

export const toneOf = {
  SUBMITTED: "info",
  VERIFIED: "ok",
  REJECTED: "warn",
  EXPIRED: "warn",
  REVOKED: "danger",
} as const satisfies Record<CredentialState, string>;
