import { useNow } from "../../lib/now.ts";
import { dayKey } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Chip } from "../../ui/chip.tsx";

const DAY = 86_400_000;
const SOON = 30;

/** From which day to which; and, near the end, how many days are left. */
export function ValidSpan({ from, until }: { from: string; until: string }) {
  const { t } = useWords();
  const left = Math.round((Date.parse(until) - Date.parse(dayKey(useNow()))) / DAY) + 1;
  return (
    <span className="row">
      <span className="num">
        <time dateTime={from}>{from}</time> – <time dateTime={until}>{until}</time>
      </span>
      {left <= 0 && <Chip tone="warn">{t("credentials.over")}</Chip>}
      {left > 0 && left <= SOON && <Chip tone="warn">{t("credentials.days-left", { count: left })}</Chip>}
    </span>
  );
}
