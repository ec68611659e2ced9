import { HOUR, type Instant, MINUTE } from "../../kernel/interval.ts";

/** How long somebody has to answer, in ms. */
export interface OfferTerms {
  readonly answerWithin: number;
  /** The answer is in at least this long before the work starts, so that somebody else can still be asked. */
  readonly beforeStart: number;
  /** Nobody is rushed below this, unless the work itself starts sooner. */
  readonly atLeast: number;
}

/** A shift is near when it starts within a day. */
const nearShift = 24 * HOUR;

export const offerTerms = {
  request: { answerWithin: 24 * HOUR, beforeStart: 2 * HOUR, atLeast: 15 * MINUTE },
  shift: { answerWithin: 24 * HOUR, beforeStart: 30 * MINUTE, atLeast: 5 * MINUTE },
  nearShift: { answerWithin: 2 * HOUR, beforeStart: 30 * MINUTE, atLeast: 5 * MINUTE },
} as const satisfies Record<string, OfferTerms>;

export const termsFor = (noun: "shift" | "request", startsAt: Instant, now: Instant): OfferTerms => {
  if (noun === "request") return offerTerms.request;
  return startsAt - now <= nearShift ? offerTerms.nearShift : offerTerms.shift;
};

/** When an offer made now expires. */
export function answerBy(terms: OfferTerms, startsAt: Instant, now: Instant): Instant {
  const usual = Math.min(now + terms.answerWithin, startsAt - terms.beforeStart);
  return Math.min(Math.max(usual, now + terms.atLeast), Math.max(startsAt, now + MINUTE));
}
