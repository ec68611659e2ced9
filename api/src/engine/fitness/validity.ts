import type { Interval } from "../../kernel/interval.ts";
import type { HeldCredential } from "./person.ts";

/** Valid from the first moment to the last; one that ends as the work ends is good enough. */
export const validThroughout = (held: HeldCredential, period: Interval): boolean =>
  held.validFrom <= period.startsAt && (held.validUntil === null || period.endsAt <= held.validUntil);
