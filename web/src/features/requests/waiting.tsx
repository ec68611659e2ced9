import { useNow } from "../../lib/now.ts";
import { duration } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { spanOf, type WaitFigures } from "./wait-scale.ts";

type Open = { submittedAt: string | null; offersOut: number; wait: WaitFigures | null };

/** An open request in two sentences: how long it has waited against how long others did, and who is being asked. */
export function Waiting({ request: { submittedAt, offersOut, wait } }: { request: Open }) {
  const { t, locale } = useWords();
  const now = useNow();
  const say = (minutes: number) => {
    const { unit, count } = spanOf(minutes);
    return t(`requests.span.${unit}`, { count });
  };
  return (
    <p className="small muted">
      {submittedAt && t("requests.waited", { time: waited(now - Date.parse(submittedAt), say, locale) })}{" "}
      {wait && wait.basis > 0
        ? t("requests.wait.line", {
            median: say(wait.medianMinutes),
            from: say(wait.shortMinutes),
            to: say(wait.longMinutes),
          })
        : t("requests.wait.unknown")}
      {t("requests.stop")} {t("requests.asked", { count: offersOut })}
    </p>
  );
}

const DAY = 86_400_000;
const waited = (milliseconds: number, say: (minutes: number) => string, locale: "zh-CN" | "en") =>
  milliseconds < DAY ? duration(milliseconds, locale) : say(milliseconds / 60_000);
