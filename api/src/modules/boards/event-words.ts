import type { Locale } from "../../kernel/reason.ts";

/** What an event's sentence can name; undefined where the event has none, or the viewer may not see it. */
export interface Said {
  /** Who it is about. */
  readonly who: string;
  /** 周四 20:00 热线A 坐席 · R-2041 初二数学 */
  readonly what: string;
}

type Sentence = (said: Said) => string;

/** One line for the feed, in the past tense. */
const sentences: Readonly<Record<string, readonly [zh: Sentence, en: Sentence]>> = {
  SHIFT_PUBLISHED: [({ what }) => `发布班次 ${what}`, ({ what }) => `Shift published: ${what}`],
  SHIFT_CHANGED: [({ what }) => `班次调整 ${what}`, ({ what }) => `Shift changed: ${what}`],
  SHIFT_CANCELLED: [({ what }) => `班次取消 ${what}`, ({ what }) => `Shift cancelled: ${what}`],
  SHIFT_CLAIMED: [({ who, what }) => `${who}认领 ${what}`, ({ who, what }) => `${who} took ${what}`],
  SHIFT_APPLIED: [({ who, what }) => `${who}申请 ${what}，待确认`, ({ who, what }) => `${who} applied for ${what}`],
  SHIFT_RELEASING: [
    ({ who, what }) => `${who}请求换人 ${what}，接替前仍由其负责`,
    ({ who, what }) => `${who} asks to be relieved of ${what}; still theirs until then`,
  ],
  SHIFT_RELEASED: [({ who, what }) => `${who}释放 ${what}`, ({ who, what }) => `${who} released ${what}`],
  REQUEST_SUBMITTED: [({ what }) => `新需求 ${what}`, ({ what }) => `New request ${what}`],
  REQUEST_CHANGED: [({ what }) => `需求调整 ${what}`, ({ what }) => `Request changed: ${what}`],
  REQUEST_CANCELLED: [({ what }) => `需求取消 ${what}`, ({ what }) => `Request cancelled: ${what}`],
  REQUEST_COMPLETED: [({ what }) => `需求已完成 ${what}`, ({ what }) => `Request completed: ${what}`],
  REQUEST_LAPSED: [
    ({ what }) => `最后一天已过，需求关闭 ${what}`,
    ({ what }) => `Last day past, request closed: ${what}`,
  ],
  REQUEST_MATCHED: [({ what }) => `需求已找到志愿者 ${what}`, ({ what }) => `Helper found for ${what}`],
  REQUEST_CONFIRMED: [({ what }) => `家庭已确认 ${what}`, ({ what }) => `Family confirmed ${what}`],
  OFFER_MADE: [({ who, what }) => `邀请${who} ${what}`, ({ who, what }) => `${who} invited to ${what}`],
  OFFER_ACCEPTED: [({ who, what }) => `${who}接受 ${what}`, ({ who, what }) => `${who} accepted ${what}`],
  OFFER_DECLINED: [({ who, what }) => `${who}婉拒 ${what}`, ({ who, what }) => `${who} declined ${what}`],
  OFFER_EXPIRED: [
    ({ who, what }) => `${who}未答复，邀请过期 ${what}`,
    ({ who, what }) => `${who} did not answer; the offer of ${what} expired`,
  ],
  OFFER_WITHDRAWN: [
    ({ who, what }) => `撤回对${who}的邀请 ${what}`,
    ({ who, what }) => `Offer to ${who} withdrawn: ${what}`,
  ],
  HELPER_REFUSED: [({ who, what }) => `家庭婉拒${who} ${what}`, ({ who, what }) => `Family declined ${who}: ${what}`],
  HELPER_LEFT: [({ who, what }) => `${who}退出 ${what}`, ({ who, what }) => `${who} left ${what}`],
  SESSIONS_ADDED: [({ what }) => `后续课次已排定 ${what}`, ({ what }) => `Further sessions agreed: ${what}`],
  SESSION_SKIPPED: [
    ({ who, what }) => `${who}有一次不能进行 ${what}`,
    ({ who, what }) => `One session of ${who} does not take place: ${what}`,
  ],
  ASSIGNMENT_MADE: [({ who, what }) => `指派${who} ${what}`, ({ who, what }) => `${who} assigned to ${what}`],
  ASSIGNMENT_PINNED: [({ who, what }) => `锁定${who} ${what}`, ({ who, what }) => `${who} pinned to ${what}`],
  ASSIGNMENT_CANCELLED: [
    ({ who, what }) => `${who}的安排取消 ${what}`,
    ({ who, what }) => `${who} no longer on ${what}`,
  ],
  MATCH_RUN_STARTED: [() => "匹配开始运行", () => "Match run started"],
  MATCH_RUN_PROGRESSED: [() => "匹配运行中", () => "Match run going on"],
  MATCH_RUN_READY: [() => "匹配提案可供审阅", () => "Match proposal ready for review"],
  MATCH_RUN_APPLIED: [() => "匹配提案已应用", () => "Match proposal applied"],
  MATCH_RUN_FAILED: [() => "匹配未完成，未作更改", () => "Match run failed; nothing changed"],
  MATCH_RUN_DISCARDED: [() => "匹配提案已放弃", () => "Match proposal discarded"],
  NOTICE_MADE: [() => "新通知", () => "New notice"],
  CREDENTIAL_CHANGED: [({ who }) => `${who}的资质有变化`, ({ who }) => `A credential of ${who} changed`],
  RESET: [() => "请重新加载", () => "Please reload"],
};

export function eventSentence(kind: string, locale: Locale, said: Said): string {
  const [zh, en] = sentences[kind] ?? [() => kind, () => kind];
  const sentence = (locale === "en" ? en : zh)(said).trim();
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** For the test that no kind of event goes without its words. */
export const kindsWithWords: readonly string[] = Object.keys(sentences);
