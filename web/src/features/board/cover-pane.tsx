import { useFragment } from "@apollo/client/react";
import { clock, day as dayWords, weekdayLetter } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { CoverStrip, WeekGaps } from "../../ui/cover-strip.tsx";
import { BigNumber } from "../../ui/pane.tsx";
import type { BoardCoverFragment } from "./board.generated.ts";
import { BoardCoverFragmentDoc } from "./board.generated.ts";
import styles from "./board.module.css";
import { daySpan, HOUR } from "./day-window.ts";

/** What decides the day: how many are missing tonight and this week, and in which hours. */
export function CoverPane(props: { board: { __typename: "Board"; key: string }; day: string; now: number }) {
  const { t, locale } = useWords();
  const { data, complete } = useFragment({
    fragment: BoardCoverFragmentDoc,
    fragmentName: "BoardCover",
    from: props.board,
    variables: { day: props.day },
  });
  if (!complete) return null;
  const cover = data as BoardCoverFragment;
  const hours = cover.coverage.map((hour, index) => {
    const start = Date.parse(hour.startsAt);
    const label = { time: clock(start, locale), filled: hour.covered, needed: hour.needed };
    return {
      hour: index,
      filled: hour.covered,
      needed: hour.needed,
      gap: hour.covered < hour.needed,
      past: start + HOUR <= props.now,
      label: t(hour.covered < hour.needed ? "board.hour.short" : "board.hour", {
        ...label,
        short: hour.needed - hour.covered,
      }),
    };
  });
  const days = cover.week.map(({ date, gaps }) => {
    const noon = daySpan(date).from + 12 * HOUR;
    return {
      key: date,
      name: weekdayLetter(noon, locale),
      gaps,
      label: t("board.week.day", { day: dayWords(noon, locale), count: gaps }),
    };
  });
  return (
    <section className={styles.cover} aria-labelledby="board-tonight">
      <BigNumber id="board-tonight" value={cover.gapsTonight} label={t("board.tonight")} need={cover.gapsTonight > 0} />
      <BigNumber value={cover.gapsWeek} label={t("board.seven")} />
      <div className={styles.strip}>
        <CoverStrip label={t("board.cover")} hours={hours} {...nowOf(props.day, props.now, clock(props.now, locale))} />
      </div>
      <WeekGaps label={t("board.week")} days={days} />
    </section>
  );
}

function nowOf(day: string, now: number, text: string): { now?: { hour: number; at: number; text: string } } {
  const { from, to } = daySpan(day);
  if (now < from || now >= to) return {};
  const hours = (now - from) / HOUR;
  return { now: { hour: Math.floor(hours), at: hours % 1, text } };
}
