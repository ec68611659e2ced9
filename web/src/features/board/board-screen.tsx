import { useRef, useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import type { BoardSearch } from "../../routes.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { usePhone } from "../../ui/use-phone.ts";
import styles from "./board.module.css";
import { CoverPane } from "./cover-pane.tsx";
import { daySpan } from "./day-window.ts";
import { FeedPane } from "./feed-pane.tsx";
import { FillPanel } from "./fill-panel.tsx";
import { TasksPane } from "./tasks-pane.tsx";
import { TimelinePane } from "./timeline-pane.tsx";
import { useBoard } from "./use-board.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import type { District } from "./use-districts.ts";
import { readWork } from "./work.ts";

/** One district's day: cover above, what needs somebody at the left, who serves when, and who could help below. */
export function BoardScreen(props: {
  district: District;
  day: string;
  now: number;
  search: BoardSearch;
  onShow: (change: Partial<BoardSearch>) => void;
}) {
  const { t } = useWords();
  const { day, now, search, onShow } = props;
  const phone = usePhone();
  const frozen = useConnection().state === "offline";
  const span = daySpan(day);
  const window = { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() };
  const [touched, setTouched] = useState(0);
  const opened = useRef(search.fill);
  opened.current = search.fill;
  const { board, error, loading, refresh } = useBoard({ district: props.district.id, day, ...window }, (works) => {
    if (opened.current && works.has(opened.current)) setTouched((count) => count + 1);
  });
  const open = (work: string) => onShow({ fill: work === search.fill ? undefined : work });
  const close = () => onShow({ fill: undefined });
  useBoardKeys();

  if (loading)
    return (
      <main id="main" className="wrap" tabIndex={-1}>
        <Skeleton rows={8} height={44} label={t("app.loading")} />
      </main>
    );
  if (!board)
    return (
      <main id="main" className="wrap" tabIndex={-1}>
        {error ? (
          <FailurePanel error={error} onRetry={refresh} />
        ) : (
          <EmptyState title={t("board.nowhere")}>{t("board.nowhere.next")}</EmptyState>
        )}
      </main>
    );

  const work = readWork(search.fill);
  const fill = work && (
    <FillPanel key={search.fill} work={work} touched={touched} frozen={frozen} inSheet={phone} onClose={close} />
  );
  return (
    <main id="main" className={`${styles.board} dense`} tabIndex={-1} data-filling={work && !phone ? "" : undefined}>
      {error && <FailurePanel error={error} onRetry={refresh} />}
      <CoverPane board={board} day={day} now={now} />
      <TasksPane board={board} open={search.fill} onOpen={open} />
      {!phone && (
        <div className={styles.work}>
          <TimelinePane
            board={board}
            window={window}
            day={day}
            now={now}
            view={search.view ?? "timeline"}
            hours={search.hours ?? "half"}
            open={search.fill}
            onView={(view) => onShow({ view: view === "timeline" ? undefined : view })}
            onHours={(hours) => onShow({ hours: hours === "half" ? undefined : hours })}
            onOpen={open}
          />
          <FeedPane feed={board.feed} now={now} />
          {fill}
        </div>
      )}
      {phone && (
        <Dialog kind="sheet" open={!!work} onClose={close} title={t("board.fill")} closeLabel={t("app.close")}>
          {fill}
        </Dialog>
      )}
    </main>
  );
}
