import { useWords } from "../../lib/words.ts";
import styles from "./requests.module.css";
import { type WeeklyWindow, windowLines } from "./week.ts";

/** Weekly times, a line for each span of hours. */
export function WindowLines({ windows }: { windows: readonly WeeklyWindow[] }) {
  const { locale } = useWords();
  return (
    <span className={styles.lines}>
      {windowLines(windows, locale).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}
