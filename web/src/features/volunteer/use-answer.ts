import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { intents } from "../../lib/intents.ts";
import {
  AcceptOfferDocument,
  DeclineOfferDocument,
  type OfferCardFragment,
  type RefusalFragment,
} from "./offer-card.generated.ts";
import type { Outcome } from "./offer-outcomes.ts";

type Answer = { state: "open" | "accepting" | "declining"; refusal?: RefusalFragment | undefined; error?: unknown };

/** Says yes or no to one offer. A yes shows at once and goes back, with the reason, when the server refuses it. */
export function useAnswer(offer: OfferCardFragment, onAnswered: (outcome: Outcome) => void) {
  const [answer, setAnswer] = useState<Answer>({ state: "open" });
  const [accept] = useMutation(AcceptOfferDocument);
  const [decline] = useMutation(DeclineOfferDocument);

  const settle = (problems: readonly RefusalFragment[] | undefined, outcome: Outcome) => {
    if (problems?.length === 0) return onAnswered(outcome);
    setAnswer({ state: "open", refusal: problems?.[0] });
  };

  return {
    ...answer,
    async accept() {
      setAnswer({ state: "accepting" });
      const asked = { assignment: offer.id };
      try {
        const { data } = await accept({
          variables: { input: { ...asked, idempotencyKey: intents.keyFor("acceptOffer", asked) } },
          optimisticResponse: {
            acceptOffer: {
              __typename: "AssignmentPayload",
              assignment: { __typename: "Assignment", id: offer.id, version: offer.version, state: "CONFIRMED" },
              problems: [],
            },
          },
        });
        intents.answered("acceptOffer", asked);
        settle(data?.acceptOffer.problems, "accepted");
      } catch (error) {
        setAnswer({ state: "open", error });
      }
    },
    async decline(reason?: string) {
      setAnswer({ state: "declining" });
      const asked = { assignment: offer.id, ...(reason && { reason }) };
      try {
        const { data } = await decline({
          variables: { input: { ...asked, idempotencyKey: intents.keyFor("declineOffer", asked) } },
        });
        intents.answered("declineOffer", asked);
        settle(data?.declineOffer.problems, "declined");
      } catch (error) {
        setAnswer({ state: "open", error });
      }
    },
  };
}
