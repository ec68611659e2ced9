import { useApolloClient } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { announceNow } from "../../lib/announce.ts";
import { failureOf } from "../../lib/errors.ts";
import { intents } from "../../lib/intents.ts";
import { span } from "../../lib/time.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import type { Slot } from "./slot.ts";
import { ApplyForShiftDocument, ClaimShiftDocument, type SlotProblemFragment } from "./slots.generated.ts";

export type Instead = SlotProblemFragment["alternatives"][number];
/** Why it was refused, and what is free instead. */
export type Refusal = { message: string; instead: readonly Instead[] };

/** Takes or applies for a place. The cell shows at once that it is being confirmed; the server alone decides. */
export function useClaim(tell: { onDone: () => unknown; onSettled: () => void }) {
  const client = useApolloClient();
  const { t, locale } = useWords();
  const [pending, setPending] = useState<string>();
  const [refused, setRefused] = useState<Refusal>();

  const ask = async (slot: Slot) => {
    const operation = slot.picking === "CLAIM" ? "claimShift" : "applyForShift";
    const input = { shift: slot.id, idempotencyKey: intents.keyFor(operation, slot.id) };
    const variables = { input };
    const answer =
      slot.picking === "CLAIM"
        ? (await client.mutate({ mutation: ClaimShiftDocument, variables })).data?.claimShift
        : (await client.mutate({ mutation: ApplyForShiftDocument, variables })).data?.applyForShift;
    intents.answered(operation, slot.id);
    return answer?.problems ?? [];
  };

  const go = async (slot: Slot) => {
    setPending(slot.id);
    try {
      const problems = await ask(slot);
      if (problems.length > 0) {
        setRefused(refusalOf(problems));
        announceNow(t("slots.refused"));
      } else {
        const when = span(slot.startsAt, slot.endsAt, locale);
        toast(t(slot.picking === "CLAIM" ? "slots.claimed" : "slots.applied.done", { when }));
      }
      tell.onSettled();
    } catch (error) {
      const { kind, correlationId } = failureOf(error);
      const id = correlationId ?? "–";
      setRefused({ message: `${t(`app.failure.${kind}`)} ${t(`app.failure.${kind}.next`, { id })}`, instead: [] });
    } finally {
      setPending(undefined);
      await tell.onDone();
    }
  };
  const forget = useCallback(() => setRefused(undefined), []);
  return { pending, refused, go, forget };
}

function refusalOf(problems: readonly SlotProblemFragment[]): Refusal {
  const instead = new Map(problems.flatMap((problem) => problem.alternatives.map((shift) => [shift.id, shift])));
  return { message: problems.map(({ message }) => message).join(" "), instead: [...instead.values()].slice(0, 3) };
}
