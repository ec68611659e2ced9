import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Count } from "../../ui/chip.tsx";
import { Gone } from "../../ui/volunteer.tsx";
import { OfferCard } from "./offer-card.tsx";
import type { Outcome, useOffers } from "./offer-outcomes.ts";
import { offerTimes, offerTitle } from "./offer-words.ts";

type Props = Pick<ReturnType<typeof useOffers>, "open" | "over"> & {
  onAnswered: (id: string, outcome: Outcome) => void;
};

export function Offers({ open, over, onAnswered }: Props) {
  const { t, locale } = useWords();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="section">
        <h2 id={heading}>{t("volunteer.offers")}</h2>
        {open.length > 0 && <Count value={open.length} />}
      </div>
      <div className="stack">
        {open.map((offer) => (
          <OfferCard key={offer.id} offer={offer} onAnswered={(outcome) => onAnswered(offer.id, outcome)} />
        ))}
        {over.map(({ offer, outcome }) => (
          <Gone key={offer.id}>
            {t(`volunteer.outcome.${outcome}`, { title: offerTitle(offer), time: offerTimes(offer, locale) })}
          </Gone>
        ))}
        {open.length === 0 && over.length === 0 && (
          <div className="card row row-between">
            <p className="grow">
              {t("volunteer.no-offers")} <span className="muted small">{t("volunteer.no-offers.next")}</span>
            </p>
            <span className="row">
              <Link to="/skills" className={buttonClass({ small: true })}>
                {t("volunteer.set-skills")}
              </Link>
              <Link to="/availability" className={buttonClass({ small: true })}>
                {t("volunteer.set-availability")}
              </Link>
            </span>
          </div>
        )}
      </div>
    </section>
  );
}
