import { useWords } from "../../lib/words.ts";
import { WhyPair } from "../../ui/proposal-table.tsx";
import { Parts } from "../../ui/score.tsx";
import { Ticks } from "../../ui/ticks.tsx";
import type { ProposalLineFragment } from "./match.generated.ts";

/** The long answer: what the pair costs part by part, what the rules say, and what the plan would lose without the person. */
export function ProposalReasons({ line }: { line: ProposalLineFragment }) {
  const { t } = useWords();
  const { parts, facts, cost, priceNote, person } = line;
  const against = facts.filter(({ ok }) => !ok);
  return (
    <WhyPair
      whyTitle={t("match.why", { name: person?.name ?? "" })}
      why={
        <>
          <Parts parts={parts.map(({ code, label, units, weight }) => ({ key: code, label, cost: units * weight }))} />
          {cost !== null && <p className="tiny muted">{t("match.cost", { cost })}</p>}
        </>
      }
      othersTitle={t("match.rules")}
      others={
        <>
          <Ticks ticks={facts.map(({ label, ok }) => ({ label, fit: ok ? "yes" : "no" }))} />
          {against.map(({ code, detail }) => (
            <p key={code} className="tiny">
              {detail}
            </p>
          ))}
          <p className="tiny muted">{priceNote ?? t("match.price.none")}</p>
        </>
      }
    />
  );
}
