import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import type { LoggedEvent } from "../../platform/live/log.ts";
import { momentWords } from "../../platform/time-words.ts";
import type { AssignmentRow } from "../assignments/assignment.ts";
import { assignmentsById } from "../assignments/store.ts";
import { isVisible } from "../assignments/visible-assignments.ts";
import { personOf } from "../people/graphql.ts";
import { seenBy } from "../people/names.ts";
import { requestsById } from "../requests/store.ts";
import { numberWords, requestTitle } from "../requests/title.ts";
import { shiftsById } from "../shifts/store.ts";
import { titleOf } from "../shifts/words.ts";
import { siteOf } from "../sites/graphql.ts";
import { eventSentence } from "./event-words.ts";

/** An event in words, naming no more than the viewer may see. */
export async function summaryOf(ctx: Context, event: LoggedEvent): Promise<string> {
  const assignment = event.subject === "Assignment" ? await batch(ctx, assignmentsById, event.subjectId) : undefined;
  const shiftId = assignment?.shiftId ?? (event.subject === "Shift" ? event.subjectId : null);
  const requestId = assignment?.requestId ?? (event.subject === "Request" ? event.subjectId : null);
  const [who, what] = await Promise.all([
    assignment ? whoIn(ctx, assignment) : "",
    event.kind === "RESET" ? "" : shiftId ? shiftWords(ctx, shiftId) : requestId ? requestWords(ctx, requestId) : "",
  ]);
  return eventSentence(event.kind, ctx.locale, { who, what });
}

/** 林静 · 林* · 某志愿者: as much of them as the viewer may know. */
async function whoIn(ctx: Context, assignment: AssignmentRow): Promise<string> {
  if (await isVisible(ctx, assignment)) return seenBy(ctx, await personOf(ctx, assignment.personId));
  return ctx.locale === "en" ? "a volunteer" : "某志愿者";
}

/** 11月26日 周四 20:00 热线A 坐席 */
async function shiftWords(ctx: Context, id: string): Promise<string> {
  const shift = await batch(ctx, shiftsById, id);
  if (!shift) return "";
  const site = await siteOf(ctx, shift.siteId);
  return `${momentWords(shift.startsAt, site.timeZone, ctx.locale)} ${titleOf(site, shift.role, ctx.locale)}`;
}

/** R-2041 初二数学 */
async function requestWords(ctx: Context, id: string): Promise<string> {
  const request = await batch(ctx, requestsById, id);
  return request ? `${numberWords(request)} ${await requestTitle(ctx, request)}` : "";
}
