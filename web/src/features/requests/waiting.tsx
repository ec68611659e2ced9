import { useNow } from "../../lib/now.ts";
import { duration } from "../../lib/time.ts";
import { type Say, useWords } from "../../lib/words.ts";
import { spanOf, type WaitFigures } from "./wait-scale.ts";

type Open = { submittedAt: string | null; offersOut: number; wait: WaitFigures | null };
const DAY = 86_400_000;

/** An open request in sentences: how long it has waited, how long others did, and who is being asked. */
export function Waiting({ request: { submittedAt, offersOut, wait } }: { request: Open }) {
  const { t, locale } = useWords();
  const age = useNow() - Date.parse(submittedAt ?? "");
  const waited = age < DAY ? duration(age, locale) : spanWords(age / 60_000, t);
  const sentences = [
    submittedAt && t("requests.waited", { time: waited }),
    wait && wait.basis > 0 && t("requests.wait.sentence.line", waitValues(wait, t)),
    offersOut > 0 ? t("requests.asked", { count: offersOut }) : t("requests.asked.nobody"),
  ];
  return <p className="small muted">{sentences.filter(Boolean).join(locale === "en" ? " " : "")}</p>;
}

export function spanWords(minutes: number, t: Say): string {
  const { unit, count } = spanOf(minutes);
  return t(`requests.span.${unit}`, { count });
}

export const waitValues = ({ medianMinutes, shortMinutes, longMinutes }: WaitFigures, t: Say) => ({
  median: spanWords(medianMinutes, t),
  from: spanWords(shortMinutes, t),
  to: spanWords(longMinutes, t),
});
