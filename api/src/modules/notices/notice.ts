/** Ids alone: what a notice names is read when it is shown, and only what its reader may see. */
export interface NoticeFacts {
  readonly shiftId?: string;
  readonly requestId?: string;
  readonly assignmentId?: string;
  readonly credentialId?: string;
  /** One session of a standing match. */
  readonly commitmentId?: string;
}

export interface NoticeRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  readonly madeAt: Date;
  readonly readAt: Date | null;
}

/** What people are told. The sentences are in words.ts, whom each is for in recipients.ts. */
export const noticeKinds = [
  "offer_made",
  "offer_expired",
  "offer_withdrawn",
  "offer_declined",
  "assigned",
  "claimed",
  "application",
  "application_declined",
  "relief_asked",
  "relieved",
  "gap",
  "shift_cancelled",
  "request_ended",
  "credential_gap",
  "credential_released",
  "request_completed",
  "request_lapsed",
  "helper_found",
  "helper_confirmed",
  "helper_refused",
  "helper_left",
  "match_ended",
  "session_skipped",
  "session_missing",
  "credential_verified",
  "credential_rejected",
  "credential_expired",
  "credential_revoked",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
