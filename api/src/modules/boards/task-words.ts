import { cityZone } from "../../kernel/city.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { durationWords, momentWords, nearSpanWords } from "../../platform/time-words.ts";
import { personOf } from "../people/graphql.ts";
import { seenBy } from "../people/names.ts";
import { requestsById } from "../requests/store.ts";
import { numberWords, requestTitle } from "../requests/title.ts";
import { shiftsById } from "../shifts/store.ts";
import { titleOf } from "../shifts/words.ts";
import { siteOf } from "../sites/graphql.ts";
import type { TaskRow } from "./store.ts";

type Words = (given: {
  readonly what: string;
  readonly short: number;
  readonly who: string;
}) => readonly [zh: string, en: string];

const titles: Readonly<Record<TaskRow["kind"], Words>> = {
  GAP: ({ what, short }) => [`${what} · 缺${short}人`, `${what} · ${short} missing`],
  OFFER_PENDING: ({ what }) => [`待应答 · ${what}`, `No answer yet · ${what}`],
  APPLICATION: ({ what }) => [`待确认申请 · ${what}`, `Application · ${what}`],
  RELEASE: ({ what }) => [`待接替 · ${what}`, `To be relieved · ${what}`],
  REQUEST_WAITING: ({ what }) => [`待匹配 · ${what}`, `Waiting · ${what}`],
  CREDENTIAL_EXPIRES: ({ who }) => [`资质将到期 · ${who}`, `Credential expires · ${who}`],
};

/** 热线A 坐席 · 缺2人 */
export async function taskTitle(ctx: Context, task: TaskRow): Promise<string> {
  const [zh, en] = titles[task.kind]({
    what: await subjectWords(ctx, task),
    short: task.shortfall,
    who: await whoOf(ctx, task),
  });
  return ctx.locale === "en" ? en : zh;
}

/** 今晚 20:00–22:00 · 46分钟后 */
export async function taskDetail(ctx: Context, task: TaskRow): Promise<string> {
  const english = ctx.locale === "en";
  const at = new Date(task.at);
  const left = at.getTime() - ctx.now().getTime();
  const lasting = durationWords(Math.abs(left), ctx.locale);
  const who = await whoOf(ctx, task);
  switch (task.kind) {
    case "GAP":
    case "RELEASE":
    case "APPLICATION": {
      const shift = await shiftOf(ctx, task);
      const when = shift
        ? nearSpanWords(shift.startsAt, shift.endsAt, cityZone, ctx.locale, ctx.now())
        : momentWords(at, cityZone, ctx.locale);
      const until = left > 0 ? (english ? `in ${lasting}` : `${lasting}后`) : english ? "now" : "进行中";
      return [when, until, task.kind === "GAP" ? "" : who].filter(Boolean).join(" · ");
    }
    case "OFFER_PENDING":
      return english ? `${who} · ${lasting} left to answer` : `${who} · 还剩${lasting}`;
    case "REQUEST_WAITING":
      return english ? `waiting for ${lasting}` : `已等待${lasting}`;
    case "CREDENTIAL_EXPIRES":
      return english
        ? `in ${lasting} · ${task.affected} shifts affected`
        : `${lasting}后到期 · 影响${task.affected}个班次`;
  }
}

async function whoOf(ctx: Context, { person }: TaskRow): Promise<string> {
  return person ? seenBy(ctx, await personOf(ctx, String(person.id))) : "";
}

const shiftOf = async (ctx: Context, { shift }: TaskRow) =>
  shift ? batch(ctx, shiftsById, String(shift.id)) : undefined;

async function subjectWords(ctx: Context, task: TaskRow): Promise<string> {
  const shift = await shiftOf(ctx, task);
  if (shift) return titleOf(await siteOf(ctx, shift.siteId), shift.role, ctx.locale);
  const request = task.request ? await batch(ctx, requestsById, String(task.request.id)) : undefined;
  return request ? `${numberWords(request)} ${await requestTitle(ctx, request)}` : "";
}
