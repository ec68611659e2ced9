import type { Context } from "../../platform/context.ts";
import type { Cause } from "../../platform/jobs.ts";
import type { AssignmentRow } from "../assignments/assignment.ts";
import { assignmentsById } from "../assignments/store.ts";
import { requestsById } from "../requests/store.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { shiftsById } from "../shifts/store.ts";
import type { NoticeFacts, NoticeKind } from "./notice.ts";
import { coordinatorsOf, helpersOf } from "./store.ts";

export interface Draft {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  /** When that begins of which it tells; null where nothing does. */
  readonly concerns: Date | null;
}

/** An assignment as it is now, and the shift it is for. */
interface About {
  readonly assignment: AssignmentRow;
  readonly shift: ShiftRow | undefined;
  readonly cause: Cause;
}

type Who = (ctx: Context, about: About) => Promise<readonly (readonly [personId: string, kind: NoticeKind])[]>;

/** Nearer than this a claim is confirmed by a notice, and a release below the floor alarms the coordinators. */
const nearHours = 24;
const alarmHours = 72;

const theirs =
  (kind: NoticeKind): Who =>
  async (_, { assignment }) => [[assignment.personId, kind]];

/** Coordinators of its district, unless one of them did it themselves. */
const coordinators =
  (kind: NoticeKind): Who =>
  async (ctx, { assignment, cause }) =>
    (await coordinatorsOf(ctx, assignment.districtId)).filter((id) => id !== cause.actorId).map((id) => [id, kind]);

/** Whoever made the offer. */
const inviter =
  (kind: NoticeKind): Who =>
  async (_, { assignment }) =>
    assignment.madeBy ? [[assignment.madeBy, kind]] : [];

/** The family that it is for. */
const family =
  (kind: NoticeKind): Who =>
  async (ctx, { assignment: { requestId } }) => {
    const request = requestId ? (await requestsById(ctx, [requestId])).get(requestId) : undefined;
    return request ? [[request.requesterId, kind]] : [];
  };

const nobody: Who = async () => [];
const both =
  (one: Who, other: Who): Who =>
  async (ctx, about) => [...(await one(ctx, about)), ...(await other(ctx, about))];

const isWithin = (ctx: Context, shift: ShiftRow | undefined, hours: number): boolean => {
  const left = shift ? shift.startsAt.getTime() - ctx.now().getTime() : Number.POSITIVE_INFINITY;
  return left > 0 && left < hours * 3_600_000;
};
const isShort = ({ taken, releasing, minimumCover }: ShiftRow): boolean => taken - releasing < minimumCover;

const cancelled: Readonly<Record<string, Who>> = {
  shift: theirs("shift_cancelled"),
  credential: both(theirs("credential_released"), coordinators("credential_gap")),
  declined: theirs("application_declined"),
  "taken back": nobody,
};

/** Whom an event about somebody's binding concerns, and what each of them is told. */
const byEvent: Readonly<Record<string, Who>> = {
  OFFER_MADE: theirs("offer_made"),
  OFFER_EXPIRED: both(theirs("offer_expired"), inviter("offer_declined")),
  OFFER_DECLINED: inviter("offer_declined"),
  OFFER_WITHDRAWN: theirs("offer_withdrawn"),
  ASSIGNMENT_MADE: theirs("assigned"),
  ASSIGNMENT_CANCELLED: (ctx, about) =>
    (
      cancelled[String(about.cause.facts.why)] ??
      theirs(about.assignment.requestId ? "request_ended" : "shift_cancelled")
    )(ctx, about),
  HELPER_REFUSED: both(theirs("helper_refused"), coordinators("match_ended")),
  HELPER_LEFT: both(family("helper_left"), coordinators("match_ended")),
  SESSION_SKIPPED: both(both(theirs("session_skipped"), family("session_skipped")), coordinators("session_missing")),
  SHIFT_APPLIED: coordinators("application"),
  SHIFT_CLAIMED: (ctx, about) => (isWithin(ctx, about.shift, nearHours) ? theirs("claimed") : nobody)(ctx, about),
  SHIFT_RELEASING: coordinators("relief_asked"),
  SHIFT_RELEASED: (ctx, about) => {
    if (about.cause.actorId !== about.assignment.personId) return theirs("relieved")(ctx, about);
    const alarms = about.shift && isWithin(ctx, about.shift, alarmHours) && isShort(about.shift);
    return (alarms ? coordinators("gap") : nobody)(ctx, about);
  },
};

export const assignmentEvents = Object.keys(byEvent);

/** Drafts for an event about an assignment; none when it is not there any more. */
export async function aboutAssignment(ctx: Context, cause: Cause): Promise<Draft[]> {
  const assignment = (await assignmentsById(ctx, [cause.subjectId])).get(cause.subjectId);
  if (!assignment) return [];
  const { id, shiftId, requestId } = assignment;
  const shift = shiftId ? (await shiftsById(ctx, [shiftId])).get(shiftId) : undefined;
  const { commitmentId } = cause.facts;
  const facts = {
    assignmentId: id,
    ...(shiftId && { shiftId }),
    ...(requestId && { requestId }),
    ...(typeof commitmentId === "string" && { commitmentId }),
  };
  const who = (await byEvent[cause.kind]?.(ctx, { assignment, shift, cause })) ?? [];
  return who.map(([personId, kind]) => ({ personId, kind, facts, concerns: shift?.startsAt ?? null }));
}

type Sides = { readonly family?: NoticeKind; readonly helpers?: NoticeKind };

/** What either side of a match is told of their request. */
const sides: Readonly<Record<string, Sides>> = {
  REQUEST_MATCHED: { family: "helper_found" },
  REQUEST_CONFIRMED: { helpers: "helper_confirmed" },
  REQUEST_COMPLETED: { family: "request_completed", helpers: "request_completed" },
  REQUEST_LAPSED: { family: "request_lapsed" },
};

export const requestEvents = Object.keys(sides);

export async function aboutRequest(ctx: Context, cause: Cause): Promise<Draft[]> {
  const request = (await requestsById(ctx, [cause.subjectId])).get(cause.subjectId);
  const { family, helpers } = sides[cause.kind] ?? {};
  if (!request) return [];
  const draft = (personId: string, kind: NoticeKind): Draft => ({
    personId,
    kind,
    facts: { requestId: cause.subjectId },
    concerns: null,
  });
  return [
    ...(family ? [draft(request.requesterId, family)] : []),
    ...(helpers ? (await helpersOf(ctx, cause.subjectId)).map((id) => draft(id, helpers)) : []),
  ];
}

const decided: Readonly<Record<string, NoticeKind>> = {
  verified: "credential_verified",
  rejected: "credential_rejected",
  expired: "credential_expired",
  revoked: "credential_revoked",
};

/** The holder hears of every decision; that it waits for a second check is nothing to do for them. */
export function aboutCredential(cause: Cause): Draft[] {
  const kind = decided[String(cause.facts.state)];
  if (kind === undefined) return [];
  const facts = { credentialId: cause.subjectId };
  return [{ personId: String(cause.facts.personId), kind, facts, concerns: null }];
}
