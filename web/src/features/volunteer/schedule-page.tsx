import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useBoardEvents } from "../../lib/live.ts";
import { useNow } from "../../lib/now.ts";
import { day, dayKey, dayRange } from "../../lib/time.ts";
import { useViewer } from "../../lib/viewer.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { DAY, iso, startOfDay } from "./calendar.ts";
import { byDay, dutiesOf, dutyKey } from "./duty.ts";
import { DutyLine } from "./duty-line.tsx";
import { PersonEventsDocument } from "./home.generated.ts";
import { ScheduleDocument } from "./schedule.generated.ts";
import styles from "./volunteer.module.css";

const SPAN = 28 * DAY;

/** Four weeks as an agenda: headings by day. `from` names the first day, today unless told. */
export function SchedulePage({
  from,
  onFrom,
}: {
  from: string | undefined;
  onFrom: (day: string | undefined) => void;
}) {
  const { t, locale } = useWords();
  const now = useNow();
  const viewer = useViewer();
  const start = from ? startOfDay(`${from}T12:00:00+08:00`) : startOfDay(now);
  const end = start + SPAN;
  const { data, error, refetch } = useQuery(ScheduleDocument, {
    variables: { from: iso(start), to: iso(end) },
    fetchPolicy: "cache-and-network",
  });
  useBoardEvents({
    document: PersonEventsDocument,
    variables: { board: `person/${viewer?.id}` },
    after: data?.viewer?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: () => void refetch(),
    refresh: () => refetch(),
  });
  const days = data && byDay(dutiesOf(data.mySchedule));
  return (
    <>
      <PageHead title={t("volunteer.schedule")} note={dayRange(start, end - DAY, locale)} end={<ConnectionChip />} />
      <main id="main" className={`wrap stack ${styles.narrow}`} tabIndex={-1}>
        <div className="row row-between">
          <div className="row">
            <Button small disabled={start <= startOfDay(now)} onClick={() => onFrom(dayKey(start - SPAN))}>
              {t("volunteer.earlier")}
            </Button>
            <Button small onClick={() => onFrom(dayKey(end))}>
              {t("volunteer.later")}
            </Button>
            {from && (
              <Button small tone="quiet" onClick={() => onFrom(undefined)}>
                {t("volunteer.today")}
              </Button>
            )}
          </div>
          <span className="tiny muted">{t("app.zone")}</span>
        </div>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!days && !error && <Skeleton rows={5} height={72} label={t("app.loading")} />}
        {days?.length === 0 && (
          <EmptyState
            title={t("volunteer.schedule.none")}
            actions={
              <Link to="/availability" className={buttonClass()}>
                {t("volunteer.set-availability")}
              </Link>
            }
          >
            {t("volunteer.schedule.none.text")}
          </EmptyState>
        )}
        {days?.map(({ key, duties }) => (
          <section key={key} aria-labelledby={`day-${key}`} className="stack stack-2">
            <h2 id={`day-${key}`} className="title">
              {day(`${key}T12:00:00+08:00`, locale)}{" "}
              {key === dayKey(now) && <span className="muted">{t("volunteer.today")}</span>}
            </h2>
            <ul className={`card ${styles.list}`}>
              {duties.map((duty) => (
                <DutyLine key={dutyKey(duty)} duty={duty} now={now} onChanged={() => void refetch()} />
              ))}
            </ul>
          </section>
        ))}
        {data?.mySchedule.pageInfo.hasNextPage && <Notice tone="info">{t("volunteer.schedule.cut")}</Notice>}
      </main>
    </>
  );
}
