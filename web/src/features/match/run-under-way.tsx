import { useConnection } from "../../lib/connection.ts";
import { useNow } from "../../lib/now.ts";
import { duration } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ErrorPanel } from "../../ui/states.tsx";
import type { RunFiguresFragment } from "./match.generated.ts";
import styles from "./match.module.css";
import { useRunActs } from "./use-run-acts.ts";

/** Under a minute, seconds are left to the bar. */
const LONG = 60_000;

export function RunUnderWay({ run }: { run: RunFiguresFragment }) {
  const { t, locale } = useWords();
  const { state } = useConnection();
  const acts = useRunActs(run);
  const spent = useNow(1_000) - Date.parse(run.startedAt);
  const offline = state === "offline";
  return (
    <main id="main" className={`wrap stack ${styles.narrow}`} tabIndex={-1}>
      <section className="card card-large stack" aria-labelledby="progress">
        <h2 id="progress">{t(run.state === "QUEUED" ? "match.queued" : "match.running")}</h2>
        <div
          role="progressbar"
          aria-label={t("match.progress")}
          aria-valuenow={run.progress}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <Meter label={t("match.progress")} words={`${run.progress} %`} value={run.progress} limit={100} />
        </div>
        <p className="muted small">
          {t("match.running.text")} {spent > LONG && t("match.spent", { time: duration(spent, locale) })}
        </p>
        <div>
          <Button busy={acts.busy} disabled={offline} onClick={() => void acts.stop().catch(() => {})}>
            {t(offline ? "match.offline" : "match.stop")}
          </Button>
        </div>
        {acts.problem && <Notice tone="warn" role="alert" title={acts.problem} />}
        {acts.error && <FailurePanel error={acts.error} />}
      </section>
    </main>
  );
}

export function RunFailed({ failure, onAgain }: { failure: string | null; onAgain: () => void }) {
  const { t } = useWords();
  return (
    <main id="main" className={`wrap ${styles.narrow}`} tabIndex={-1}>
      <ErrorPanel
        title={t("match.failed")}
        retry={
          <Button small onClick={onAgain}>
            {t("match.again")}
          </Button>
        }
      >
        {failure}
      </ErrorPanel>
    </main>
  );
}
