import { useCallback, useState } from "react";
import type { BoardEventKind } from "./home.generated.ts";
import type { OfferCardFragment } from "./offer-card.generated.ts";

/** What became of an offer that was on the screen. `taken`: somebody else serves. */
export type Outcome = "accepted" | "declined" | "taken" | "expired" | "cancelled";

type Told = { kind: BoardEventKind; subjectId: string; cancelled: boolean };

const outcomeOf = ({ kind, cancelled }: Told): Outcome | undefined => {
  if (kind === "OFFER_EXPIRED") return "expired";
  if (kind === "OFFER_WITHDRAWN" || kind === "ASSIGNMENT_CANCELLED") return cancelled ? "cancelled" : "taken";
  return undefined;
};

/** Offers still to be answered, and those of this visit that are over: they do not vanish, they say what became of them. */
export function useOffers(offers: readonly OfferCardFragment[], now: number) {
  const [seen, setSeen] = useState<ReadonlyMap<string, OfferCardFragment>>(new Map());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const fresh = offers.filter(({ id, state }) => state === "OFFERED" && !seen.has(id));
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh.map((offer) => [offer.id, offer] as const)]));

  const settle = useCallback(
    (id: string, outcome: Outcome) =>
      setOutcomes((known) => (known.has(id) ? known : new Map([...known, [id, outcome]]))),
    [],
  );
  const hear = useCallback(
    (events: readonly Told[]) => {
      for (const event of events) {
        const outcome = outcomeOf(event);
        if (outcome) settle(event.subjectId, outcome);
      }
    },
    [settle],
  );

  const held = new Set(offers.map(({ id }) => id));
  const isOpen = ({ id, answerBy }: OfferCardFragment) =>
    !outcomes.has(id) && held.has(id) && (!answerBy || Date.parse(answerBy) > now);
  const over = [...seen.values()]
    .filter((offer) => !isOpen(offer))
    .map((offer) => ({ offer, outcome: outcomes.get(offer.id) ?? missed(offer, now) }));
  return { open: offers.filter(isOpen), over, settle, hear };
}

const missed = ({ answerBy }: OfferCardFragment, now: number): Outcome =>
  answerBy && Date.parse(answerBy) <= now ? "expired" : "taken";
