import { BadgeCheck } from "lucide-react";
import { Trans, useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { Facts } from "../../ui/pane.tsx";
import type { RunFiguresFragment } from "./match.generated.ts";
import styles from "./match.module.css";
import { optimality } from "./optimality.ts";

/** What the plan does, in one sentence, and what it was computed from. */
export function RunSummary({ run }: { run: RunFiguresFragment }) {
  const { t, locale } = useWords();
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const good = optimality(run);
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
        {good && <HowGood good={good} capped={run.capped > 0} number={number} />}
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
          ...(good ? [{ key: "proof", value: <Proof good={good} number={number} /> }] : []),
          { key: "seed", term: t("match.fact.seed"), value: run.seed },
        ]}
      />
      {good && good.loss > 0 && <p className="small muted">{t("match.clashes")}</p>}
      {run.capped > 0 && <p className="small muted">{t("match.capped", { count: run.capped })}</p>}
    </section>
  );
}

type Good = NonNullable<ReturnType<typeof optimality>>;
type Said = { good: Good; number: (value: number) => string };

function HowGood({ good: { cost, loss, proven }, capped, number }: Said & { capped: boolean }) {
  const { t } = useWords();
  if (proven) return t(capped ? "match.sentence.best-of-weighed" : "match.sentence.best");
  const points = { loss: number(loss), cost: number(cost) };
  return t(capped ? "match.sentence.near-best-of-weighed" : "match.sentence.near-best", points);
}

function Proof({ good: { cost, bound, proven }, number }: Said) {
  const { t } = useWords();
  if (!proven) return t("match.bound", { cost: number(cost), bound: number(bound) });
  return (
    <>
      <Icon as={BadgeCheck} /> {t("match.proven", { cost: number(cost) })}
    </>
  );
}
