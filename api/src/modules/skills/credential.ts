import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

export type CredentialState = "submitted" | "verified" | "rejected" | "expired" | "revoked";

export const CredentialSchema = defineEntity({
  name: "Credential",
  tableName: "credential",
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    kind: p.string(),
    issuer: p.string(),
    numberSealed: p.blob().nullable(),
    numberLast: p.string().nullable(),
    validFrom: p.date(),
    /** The last day on which it is valid. */
    validUntil: p.date(),
    state: p.string().$type<CredentialState>(),
    firstCheckerId: p.uuid().nullable(),
    firstCheckedAt: p.datetime().nullable(),
    secondCheckerId: p.uuid().nullable(),
    secondCheckedAt: p.datetime().nullable(),
    reason: p.string().nullable(),
    version: p.integer().version(),
    madeAt: p.datetime(),
  },
});

export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
export type CredentialRow = InferEntity<typeof CredentialSchema>;
