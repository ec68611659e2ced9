import { ChevronDown, ChevronLeft, ChevronRight, Search } from "lucide-react";
import { isApple, palette } from "../../lib/palette.ts";
import { day as dayWords } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import type { BoardSearch } from "../../routes.tsx";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MenuButton } from "../../ui/menu.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import styles from "./board.module.css";
import { dayAfter, daySpan, HOUR } from "./day-window.ts";
import { KeysHelp } from "./keys-help.tsx";
import { RunMatch } from "./run-match.tsx";
import type { District } from "./use-districts.ts";

/** Where and when: the district, the day, and how fresh it is. */
export function BoardHead(props: {
  districts: readonly District[];
  district: District;
  day: string;
  today: string;
  onShow: (change: Partial<BoardSearch>) => void;
}) {
  const { t } = useWords();
  return (
    <PageHead
      title={t("app.board")}
      end={
        <>
          <ConnectionChip seconds />
          <Button small className="desk" aria-keyshortcuts="Control+K Meta+K" onClick={() => palette.set(true)}>
            <Icon as={Search} />
            <span>{t("app.find")}</span>
            <kbd>{isApple() ? "⌘K" : "Ctrl K"}</kbd>
          </Button>
          <RunMatch district={props.district.id} />
          <KeysHelp />
        </>
      }
    >
      <div className="row">
        {props.districts.length > 1 ? (
          <MenuButton
            label={t("board.district")}
            look={{ small: true }}
            groups={[
              {
                key: "district",
                selected: props.district.id,
                items: props.districts.map(({ id, name }) => ({ key: id, label: name })),
              },
            ]}
            onAction={(district) => props.onShow({ district, fill: undefined })}
          >
            {props.district.name} <Icon as={ChevronDown} />
          </MenuButton>
        ) : (
          <b className="small">{props.district.name}</b>
        )}
        <DayPicker {...props} />
      </div>
    </PageHead>
  );
}

function DayPicker({
  day,
  today,
  onShow,
}: {
  day: string;
  today: string;
  onShow: (change: Partial<BoardSearch>) => void;
}) {
  const { t, locale } = useWords();
  const words = dayWords(daySpan(day).from + 12 * HOUR, locale);
  const go = (days: number) => {
    const next = dayAfter(day, days);
    onShow({ day: next === today ? undefined : next });
  };
  return (
    <span className={`${styles.day} desk`}>
      <Button small icon aria-label={t("board.day.before")} onClick={() => go(-1)}>
        <Icon as={ChevronLeft} />
      </Button>
      <b className="small num" aria-live="polite">
        {day === today ? t("board.today.is", { day: words }) : words}
      </b>
      <Button small icon aria-label={t("board.day.after")} onClick={() => go(1)}>
        <Icon as={ChevronRight} />
      </Button>
      {day !== today && (
        <Button small tone="quiet" onClick={() => onShow({ day: undefined })}>
          {t("board.today")}
        </Button>
      )}
    </span>
  );
}
