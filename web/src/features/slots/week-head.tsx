import { ChevronLeft, ChevronRight } from "lucide-react";
import { dayRange } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "./slots.module.css";
import { startOf, type Week } from "./week.ts";

/** Which week, and the way to its neighbours. The zone is said here, once. */
export function WeekHead(props: { week: Week; today: string; onWeek: (step: -1 | 1) => void; onToday: () => void }) {
  const { t, locale } = useWords();
  const { days } = props.week;
  return (
    <div className={`row ${styles.head}`}>
      <Button icon aria-label={t("slots.week.before")} onClick={() => props.onWeek(-1)}>
        <Icon as={ChevronLeft} />
      </Button>
      <Button icon aria-label={t("slots.week.after")} onClick={() => props.onWeek(1)}>
        <Icon as={ChevronRight} />
      </Button>
      <h2 className="title" aria-live="polite">
        {dayRange(startOf(days[0]!), startOf(days[6]!), locale)}
      </h2>
      {!days.includes(props.today) && (
        <Button tone="quiet" className={styles.today} onClick={props.onToday}>
          {t("slots.today")}
        </Button>
      )}
      <span className={`end small muted ${styles.zone}`}>{t("app.zone")}</span>
    </div>
  );
}
