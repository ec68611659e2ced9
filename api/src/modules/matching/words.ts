import { type Step, stepWords } from "../../engine/fitness/funnel.ts";
import { relaxationWords } from "../../engine/fitness/relaxation-words.ts";
import type { Locale, Reason } from "../../kernel/reason.ts";
import { messageOf } from "../../platform/words.ts";
import type { Cut } from "./plan/cut.ts";
import type { Explanation, ToldRelaxation } from "./plan/explain.ts";

const pick = (locale: Locale, zh: string, en: string): string => (locale === "en" ? en : zh);
const people = (n: number): string => (n === 1 ? "1 person" : `${n} people`);
const requests = (n: number): string => (n === 1 ? "1 request" : `${n} requests`);

const failures: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  fault: [
    "匹配计算出错，未作任何更改。请重新运行；若再次出错，请联系管理员。",
    "The computation failed and nothing was changed. Run it again; if it fails again, tell an administrator.",
  ],
  lost: [
    "负责计算的服务器中断了，未作任何更改。请重新运行。",
    "The server that computed it was lost and nothing was changed. Run it again.",
  ],
};

export const failureSentence = (code: string, locale: Locale): string => {
  const [zh, en] = failures[code] ?? failures.fault!;
  return pick(locale, zh, en);
};

/** Why places stay open, in one line. */
export function explanationSentence(it: Explanation, locale: Locale): string {
  const [about] = it.aboutWork;
  if (about) return messageOf(about, locale);
  if (it.candidates === 0)
    return pick(locale, "还没有志愿者具备所需技能。", "No volunteer has the skill that it takes yet.");
  const stop = it.funnel.find(({ left }) => left === 0);
  if (stop?.step === "spare" || stop === undefined)
    return it.cut
      ? cutSentence(it.cut, locale)
      : pick(locale, "合适的志愿者都已安排给更急的求助。", "Everybody who fits is on more urgent work.");
  const before = it.funnel[it.funnel.indexOf(stop) - 1]?.left ?? it.candidates;
  const label = stepWords(stop.step, locale);
  return pick(locale, `${before}人中没有人满足“${label}”。`, `Of ${people(before)}, nobody passes "${label}".`);
}

export function cutSentence({ requests: wanting, people: shared }: Cut, locale: Locale): string {
  return pick(
    locale,
    `${wanting}个求助共用${shared}名合适的志愿者，他们都已排满。`,
    `${requests(wanting)} share ${people(shared)} who fit, and all of them are taken.`,
  );
}

export const stepLabel = (step: Step, locale: Locale): string => stepWords(step, locale);

export const relaxationLabel = ({ wouldFit, ...told }: ToldRelaxation, locale: Locale): string =>
  relaxationWords({ ...told, personIds: Array.from({ length: wouldFit }, () => "") }, locale);

/** How contested somebody is. `openPlace`: the least that an open place costs, in the same units. */
export function priceNote(price: number, openPlace: number, locale: Locale): string | null {
  if (price <= 0) return null;
  return price >= openPlace
    ? pick(locale, "若少了此人，会多一个空缺。", "Without this person one more place would stay open.")
    : pick(
        locale,
        `另有求助也适合此人；若少了此人，全市代价增加${price}。`,
        `Others could use this person too; without them the plan would cost ${price} more.`,
      );
}

export const staleSentence = (reasons: readonly Reason[], locale: Locale): string =>
  reasons.map((reason) => messageOf(reason, locale)).join(locale === "en" ? " " : "");
