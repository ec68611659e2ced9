import { cityZone } from "../../kernel/city.ts";
import type { Locale } from "../../kernel/reason.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { momentWords } from "../../platform/time-words.ts";
import { nextSessions, sessionsById } from "../assignments/next-times.ts";
import { assignmentsById } from "../assignments/store.ts";
import { requestsById } from "../requests/store.ts";
import { numberWords, requestTitle } from "../requests/title.ts";
import { shiftsById } from "../shifts/store.ts";
import { titleOf as shiftTitle } from "../shifts/words.ts";
import { siteOf } from "../sites/graphql.ts";
import { credentialsById } from "../skills/credential-store.ts";
import { kindName } from "../skills/words.ts";
import type { NoticeFacts, NoticeRow } from "./notice.ts";
import { bodyOf, partingWords, type Said, titleOf } from "./words.ts";

export interface SaidNotice {
  readonly title: string;
  readonly body: string;
}

/** A notice in words, about things as they are now. */
export async function sayNotice(ctx: Context, { kind, facts }: NoticeRow, locale: Locale): Promise<SaidNotice> {
  const [what, by, reason] = await Promise.all([
    whatIn(ctx, facts, locale),
    byWhen(ctx, facts, locale),
    reasonIn(ctx, facts, locale),
  ]);
  const said: Said = { what, by, reason };
  return { title: titleOf(kind, locale), body: bodyOf(kind, said, locale) };
}

async function whatIn(ctx: Context, facts: NoticeFacts, locale: Locale): Promise<string> {
  if (facts.shiftId) return shiftWords(ctx, facts.shiftId, locale);
  if (facts.requestId) return requestWords(ctx, facts.requestId, locale);
  const credential = facts.credentialId ? await batch(ctx, credentialsById, facts.credentialId) : undefined;
  return credential ? kindName(credential.kind, locale) : "";
}

/** R-2041 初二数学 */
async function requestWords(ctx: Context, id: string, locale: Locale): Promise<string> {
  const request = await batch(ctx, requestsById, id);
  return request ? `${numberWords(request)} ${await requestTitle(ctx, request, locale)}` : "";
}

/** 11月26日 周四 20:00 热线A 坐席 */
async function shiftWords(ctx: Context, id: string, locale: Locale): Promise<string> {
  const shift = await batch(ctx, shiftsById, id);
  if (!shift) return "";
  const site = await siteOf(ctx, shift.siteId);
  return `${momentWords(shift.startsAt, site.timeZone, locale)} ${shiftTitle(site, shift.role, locale)}`;
}

/** Until when an answer is awaited; of a match that has ended, the session that is still to be given. */
async function byWhen(ctx: Context, { assignmentId, commitmentId }: NoticeFacts, locale: Locale): Promise<string> {
  if (commitmentId) return sessionWords(ctx, commitmentId, locale);
  const assignment = assignmentId ? await batch(ctx, assignmentsById, assignmentId) : undefined;
  const left = assignment?.partingReason ? await batch(ctx, nextSessions, assignment.id) : undefined;
  const at = assignment?.partingReason ? left?.startsAt : assignment?.answerBy;
  return at ? momentWords(at, cityZone, locale) : "";
}

/** 11月28日 周六 09:00 */
async function sessionWords(ctx: Context, id: string, locale: Locale): Promise<string> {
  const session = await batch(ctx, sessionsById, id);
  return session ? momentWords(session.startsAt, cityZone, locale) : "";
}

/** Why a shift was called off, an application declined, a credential refused: each was written for its reader. */
async function reasonIn(
  ctx: Context,
  { shiftId, assignmentId, credentialId }: NoticeFacts,
  locale: Locale,
): Promise<string> {
  if (credentialId) return (await batch(ctx, credentialsById, credentialId))?.reason ?? "";
  const assignment = assignmentId ? await batch(ctx, assignmentsById, assignmentId) : undefined;
  if (assignment?.partingReason) return partingWords[assignment.partingReason][locale === "en" ? 1 : 0];
  const declined = assignment?.declineReason;
  const called = shiftId ? (await batch(ctx, shiftsById, shiftId))?.cancelReason : null;
  return declined ?? called ?? "";
}

/** Where the web client shows what it is about. */
export function linkOf({ kind, facts }: NoticeRow): string {
  if (
    [
      "application",
      "relief_asked",
      "gap",
      "credential_gap",
      "offer_declined",
      "match_ended",
      "session_missing",
    ].includes(kind)
  )
    return "/board";
  if (["credential_verified", "credential_rejected", "credential_expired", "credential_revoked"].includes(kind))
    return "/credentials/mine";
  return facts.requestId && ["helper_found", "helper_left"].includes(kind) ? `/requests/${facts.requestId}` : "/home";
}
