import { BadgeCheck } from "lucide-react";
import { Trans, useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { Facts } from "../../ui/pane.tsx";
import type { RunFiguresFragment } from "./match.generated.ts";
import styles from "./match.module.css";

/** What the plan does, in one sentence, and what it was computed from. */
export function RunSummary({ run }: { run: RunFiguresFragment }) {
  const { t, locale } = useWords();
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const proven = run.objective !== null && run.objective === run.dual;
  return (
    <section className="stack" aria-label={t("match.summary")}>
      <p className={styles.sentence}>
        <Trans
          id="match.sentence.filled"
          values={{ open: run.openRequests, added: run.added }}
          components={{ b: <b /> }}
        />
        {run.unfilled > 0 ? (
          <span className="need">{t("match.sentence.unfilled", { count: run.unfilled })}</span>
        ) : (
          t("match.sentence.none-left")
        )}
        {proven && t(run.capped > 0 ? "match.sentence.best-of-weighed" : "match.sentence.best")}
      </p>
      <Facts
        facts={[
          { key: "open", term: t("match.fact.open"), value: number(run.openRequests) },
          { key: "people", term: t("match.fact.people"), value: number(run.volunteers) },
          { key: "edges", term: t("match.fact.edges"), value: number(run.edges) },
          ...(run.seconds === null
            ? []
            : [
                {
                  key: "seconds",
                  term: t("match.fact.seconds"),
                  value: t("match.seconds", { seconds: number(run.seconds, 2) }),
                },
              ]),
          ...(run.objective === null
            ? []
            : [{ key: "proof", value: <Proof run={run} proven={proven} number={number} /> }]),
          { key: "seed", term: t("match.fact.seed"), value: run.seed },
        ]}
      />
      {run.capped > 0 && <p className="small muted">{t("match.capped", { count: run.capped })}</p>}
    </section>
  );
}

function Proof(props: { run: RunFiguresFragment; proven: boolean; number: (value: number) => string }) {
  const { t } = useWords();
  const { run, proven, number } = props;
  const cost = number(run.objective ?? 0);
  if (!proven) return t("match.bound", { cost, bound: number(run.dual ?? 0) });
  return (
    <>
      <Icon as={BadgeCheck} /> {t("match.proven", { cost })}
    </>
  );
}
