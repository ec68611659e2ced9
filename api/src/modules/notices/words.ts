import type { Locale } from "../../kernel/reason.ts";
import type { PartingReason } from "../assignments/parting.ts";
import type { NoticeKind } from "./notice.ts";

/** What a notice's sentences can name. */
export interface Said {
  /** 11月26日 周四 20:00 热线A 坐席 · R-2041 · 心理咨询师资格 */
  readonly what: string;
  /** Until when an answer is awaited, in words; empty where none is. */
  readonly by: string;
  /** A stated reason, where it is the reader's to know; empty where none is. */
  readonly reason: string;
}

type Words = readonly [title: string, body: (said: Said) => string];
const because = (reason: string, zh: boolean) =>
  reason === "" ? "" : zh ? `原因：${reason}。` : ` Reason: ${reason}.`;

/** Each says what has happened and what to do next. */
const words: Readonly<Record<NoticeKind, readonly [zh: Words, en: Words]>> = {
  offer_made: [
    ["有新的邀请", ({ what, by }) => `${what}。请在${by}前答复，逾期将转给下一位。`],
    ["You are invited", ({ what, by }) => `${what}. Please answer by ${by}; after that it goes to the next person.`],
  ],
  offer_expired: [
    ["邀请已过期", ({ what }) => `${what}的邀请已过期，无需处理。可调整空闲时间，收到更合适的邀请。`],
    [
      "An offer has expired",
      ({ what }) => `The offer of ${what} has expired; there is nothing to do. Update your hours to get better ones.`,
    ],
  ],
  offer_withdrawn: [
    ["邀请已撤回", ({ what }) => `${what}不再需要你，感谢你的意愿。无需处理。`],
    ["An offer was withdrawn", ({ what }) => `${what} no longer needs you. Thank you; there is nothing to do.`],
  ],
  offer_declined: [
    ["邀请未被接受", ({ what }) => `${what}的邀请被婉拒或过期，请另选他人。`],
    ["An offer was not taken", ({ what }) => `The offer of ${what} was declined or expired. Choose someone else.`],
  ],
  assigned: [
    ["已为你安排", ({ what }) => `${what}。已加入你的日程；如不能前往，请尽早交出。`],
    ["You have been assigned", ({ what }) => `${what}. It is in your schedule; if you cannot come, release it early.`],
  ],
  claimed: [
    ["认领成功", ({ what }) => `${what}。即将开始，请准时到岗。`],
    ["It is yours", ({ what }) => `${what}. It starts soon; please be there in time.`],
  ],
  application: [
    ["有人申请班次", ({ what }) => `${what}有新的申请，请确认或婉拒。`],
    ["Someone has applied", ({ what }) => `There is an application for ${what}. Approve or decline it.`],
  ],
  application_declined: [
    ["申请未通过", ({ what, reason }) => `${what}。${because(reason, true)}可选择其他班次。`],
    ["Your application was declined", ({ what, reason }) => `${what}.${because(reason, false)} Choose another shift.`],
  ],
  relief_asked: [
    ["有人请求换人", ({ what }) => `${what}的值班者请求换人，接替前仍由其负责。请尽快找人接替。`],
    [
      "Someone asks to be relieved",
      ({ what }) => `Somebody on ${what} asks to be relieved; it stays theirs until then. Find someone to take over.`,
    ],
  ],
  relieved: [
    ["已有人接替你", ({ what }) => `${what}已由他人接手，你无需到岗。`],
    ["You have been relieved", ({ what }) => `Someone has taken over ${what}. You need not come.`],
  ],
  gap: [
    ["班次出现缺口", ({ what }) => `${what}有人交出名额，低于最低在岗人数。请尽快补位。`],
    ["A shift is short", ({ what }) => `Someone has released ${what}; it is below its floor. Fill it soon.`],
  ],
  shift_cancelled: [
    ["班次已取消", ({ what, reason }) => `${what}已取消。${because(reason, true)}你无需到岗，可选择其他班次。`],
    [
      "A shift is cancelled",
      ({ what, reason }) => `${what} is cancelled.${because(reason, false)} You need not come; other shifts are open.`,
    ],
  ],
  request_ended: [
    ["服务已取消", ({ what }) => `${what}已取消，你的时间已释放。无需处理。`],
    [
      "Help is no longer needed",
      ({ what }) => `${what} is cancelled, and your time is free again. There is nothing to do.`,
    ],
  ],
  credential_gap: [
    ["资质失效，班次出现缺口", ({ what }) => `${what}的值班者资质失效，名额已释放。请尽快补位。`],
    [
      "A lost credential leaves a gap",
      ({ what }) => `Somebody on ${what} has lost a credential that it needs; the place is free. Fill it soon.`,
    ],
  ],
  credential_released: [
    ["因资质失效，已取消你的班次", ({ what }) => `${what}所需的资质已失效，该班次已取消。请上传新的证明后再认领。`],
    [
      "A place was taken back",
      ({ what }) =>
        `${what} needs a credential that no longer counts, so the place was taken back. Upload a new one, then claim again.`,
    ],
  ],
  request_completed: [
    ["服务已全部完成", ({ what }) => `${what}的最后一天已过，服务圆满完成，谢谢。如还需要，家庭可以重新发布。`],
    [
      "All sessions are given",
      ({ what }) =>
        `The last day of ${what} is past, and all is done. Thank you. The family may post again if need be.`,
    ],
  ],
  request_lapsed: [
    [
      "需求已到期",
      ({ what }) => `${what}的最后一天已过，没有找到合适的志愿者，很抱歉。如仍需要，请重新发布并选择更晚的日期。`,
    ],
    [
      "Your request has lapsed",
      ({ what }) =>
        `The last day of ${what} is past and nobody suitable was found; we are sorry. If you still need help, post it again with a later last day.`,
    ],
  ],
  helper_found: [
    ["已找到志愿者", ({ what }) => `${what}已有志愿者接受，请查看并确认。`],
    ["A helper is found", ({ what }) => `A volunteer has accepted ${what}. Please look and confirm.`],
  ],
  helper_confirmed: [
    ["家庭已确认", ({ what }) => `${what}已确认，请在日程中查看时间和联系方式。`],
    ["The family has confirmed", ({ what }) => `${what} is confirmed. See times and contact in your schedule.`],
  ],
  helper_refused: [
    ["家庭另作安排", ({ what }) => `${what}的家庭希望另找志愿者，之后的时间已释放。无需处理，谢谢你的帮助。`],
    [
      "The family looks for someone else",
      ({ what }) =>
        `The family of ${what} has chosen to look for someone else; your time ahead is free. There is nothing to do. Thank you.`,
    ],
  ],
  helper_left: [
    [
      "志愿者不能继续",
      ({ what, by }) => `${what}的志愿者不能继续${by && `，${by}的这次仍会进行`}。正在为你另找志愿者，无需处理。`,
    ],
    [
      "Your helper cannot go on",
      ({ what, by }) =>
        `The helper of ${what} cannot go on${by && `; the session of ${by} still takes place`}. We are looking for someone else; there is nothing to do.`,
    ],
  ],
  match_ended: [
    ["匹配已解除", ({ what, reason }) => `${what}的匹配已解除，需求重新开放。${because(reason, true)}请另选他人。`],
    [
      "A match has ended",
      ({ what, reason }) =>
        `The match of ${what} has ended; it is open again.${because(reason, false)} Choose someone else.`,
    ],
  ],
  session_skipped: [
    ["有一次不能进行", ({ what, by }) => `${what}：${by}的一次与志愿者的其他安排冲突，不进行。其余照常，无需处理。`],
    [
      "One session does not take place",
      ({ what, by }) =>
        `${what}: the session of ${by} clashes with something else of the helper's and does not take place. The others do; there is nothing to do.`,
    ],
  ],
  session_missing: [
    ["有一次无人服务", ({ what, by }) => `${what}：${by}的一次因志愿者时间冲突不进行。如有需要，请另请一位。`],
    [
      "A session is without a helper",
      ({ what, by }) =>
        `${what}: the session of ${by} does not take place, for its helper has something else. Ask someone for it if it is needed.`,
    ],
  ],
  credential_verified: [
    ["资质已核验", ({ what }) => `${what}已通过两人核验，现在可以认领相应的班次。`],
    [
      "Your credential is verified",
      ({ what }) => `${what} has passed both checks. Shifts that need it are open to you.`,
    ],
  ],
  credential_rejected: [
    ["资质未通过", ({ what, reason }) => `${what}未通过核验。${because(reason, true)}请更正后重新提交。`],
    [
      "Your credential was rejected",
      ({ what, reason }) => `${what} was rejected.${because(reason, false)} Correct it and submit it again.`,
    ],
  ],
  credential_expired: [
    ["资质已到期", ({ what }) => `${what}已到期，需要它的班次将被取消。请提交新的证明。`],
    [
      "Your credential has expired",
      ({ what }) => `${what} has expired; shifts that need it will be taken back. Submit a new one.`,
    ],
  ],
  credential_revoked: [
    [
      "资质被撤销",
      ({ what, reason }) => `${what}已被撤销，需要它的班次将被取消。${because(reason, true)}如有疑问请联系协调员。`,
    ],
    [
      "Your credential was revoked",
      ({ what, reason }) =>
        `${what} was revoked; shifts that need it are taken back.${because(reason, false)} Ask your coordinator if this is wrong.`,
    ],
  ],
};

const wordsIn = (kind: NoticeKind, locale: Locale): Words => words[kind][locale === "en" ? 1 : 0];

export const titleOf = (kind: NoticeKind, locale: Locale): string => wordsIn(kind, locale)[0];
export const bodyOf = (kind: NoticeKind, said: Said, locale: Locale): string => wordsIn(kind, locale)[1](said);

/** What coordinators read of why a family and its helper parted. */
export const partingWords: Readonly<Record<PartingReason, readonly [zh: string, en: string]>> = {
  times_changed: ["时间不合适", "the times no longer suit"],
  not_a_match: ["不太合适", "not the right match"],
  did_not_come: ["未按约定进行", "sessions did not take place"],
  unwell: ["身体不适", "unwell"],
  other: ["其他原因", "another reason"],
};
