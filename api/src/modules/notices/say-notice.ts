import { cityZone } from "../../kernel/city.ts";
import type { Locale } from "../../kernel/reason.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { momentWords } from "../../platform/time-words.ts";
import { assignmentsById } from "../assignments/store.ts";
import { shiftsById } from "../shifts/store.ts";
import { titleOf as shiftTitle } from "../shifts/words.ts";
import { siteOf } from "../sites/graphql.ts";
import { credentialsById } from "../skills/credential-store.ts";
import { kindName } from "../skills/words.ts";
import type { NoticeFacts, NoticeRow } from "./notice.ts";
import { requestOf } from "./store.ts";
import { bodyOf, type Said, titleOf } from "./words.ts";

export interface SaidNotice {
  readonly title: string;
  readonly body: string;
}

/** A notice in words, about things as they are now. */
export async function sayNotice(ctx: Context, { kind, facts }: NoticeRow, locale: Locale): Promise<SaidNotice> {
  const [what, by, reason] = await Promise.all([
    whatIn(ctx, facts, locale),
    answerBy(ctx, facts, locale),
    reasonIn(ctx, facts),
  ]);
  const said: Said = { what, by, reason };
  return { title: titleOf(kind, locale), body: bodyOf(kind, said, locale) };
}

async function whatIn(ctx: Context, facts: NoticeFacts, locale: Locale): Promise<string> {
  if (facts.shiftId) return shiftWords(ctx, facts.shiftId, locale);
  if (facts.requestId) return `R-${(await requestOf(ctx, facts.requestId))?.number ?? ""}`;
  const credential = facts.credentialId ? await batch(ctx, credentialsById, facts.credentialId) : undefined;
  return credential ? kindName(credential.kind, locale) : "";
}

/** 11月26日 周四 20:00 热线A 坐席 */
async function shiftWords(ctx: Context, id: string, locale: Locale): Promise<string> {
  const shift = await batch(ctx, shiftsById, id);
  if (!shift) return "";
  const site = await siteOf(ctx, shift.siteId);
  return `${momentWords(shift.startsAt, site.timeZone, locale)} ${shiftTitle(site, shift.role, locale)}`;
}

async function answerBy(ctx: Context, { assignmentId }: NoticeFacts, locale: Locale): Promise<string> {
  const assignment = assignmentId ? await batch(ctx, assignmentsById, assignmentId) : undefined;
  return assignment?.answerBy ? momentWords(assignment.answerBy, cityZone, locale) : "";
}

/** Why a shift was called off, an application declined, a credential refused: each was written for its reader. */
async function reasonIn(ctx: Context, { shiftId, assignmentId, credentialId }: NoticeFacts): Promise<string> {
  if (credentialId) return (await batch(ctx, credentialsById, credentialId))?.reason ?? "";
  const declined = assignmentId ? (await batch(ctx, assignmentsById, assignmentId))?.declineReason : null;
  const called = shiftId ? (await batch(ctx, shiftsById, shiftId))?.cancelReason : null;
  return declined ?? called ?? "";
}

/** Where the web client shows what it is about. */
export function linkOf({ kind, facts }: NoticeRow): string {
  if (["application", "relief_asked", "gap", "credential_gap", "offer_declined"].includes(kind)) return "/board";
  if (["credential_verified", "credential_rejected", "credential_expired", "credential_revoked"].includes(kind))
    return "/credentials/mine";
  return facts.requestId && kind === "helper_found" ? `/requests/${facts.requestId}` : "/home";
}
