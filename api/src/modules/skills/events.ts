import { eventKind } from "../../platform/events.ts";

/** Submitted, checked once, decided, expired or revoked: facts say which state it is in now. */
export const CredentialChanged = eventKind("CREDENTIAL_CHANGED", "Credential");
