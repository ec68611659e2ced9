import { useConnection } from "../lib/connection.ts";
import { useNow } from "../lib/now.ts";
import { clock, clockWithSeconds } from "../lib/time.ts";
import { useWords } from "../lib/words.ts";
import { LiveChip } from "../ui/live-chip.tsx";

/** Live, reconnecting, or offline and since when. Every screen with a subscription shows it. */
export function ConnectionChip({ seconds }: { seconds?: boolean }) {
  const { t, locale } = useWords();
  const line = useConnection();
  if (line.state === "live") {
    return (
      <LiveChip state="live">
        {t("app.line.live")}
        {seconds && <LiveClock />}
      </LiveChip>
    );
  }
  if (line.state === "offline")
    return <LiveChip state="off">{t("app.line.offline", { time: clock(line.asOf, locale) })}</LiveChip>;
  return (
    <LiveChip state={line.state === "refused" ? "off" : "retry"}>
      {t(`app.line.${line.state === "idle" ? "connecting" : line.state}`)}
    </LiveChip>
  );
}

/** Hidden from screen readers: a status that changes each second would never fall silent. */
function LiveClock() {
  const { locale } = useWords();
  return (
    <span className="num" aria-hidden="true">
      {clockWithSeconds(useNow(1_000), locale)}
    </span>
  );
}
