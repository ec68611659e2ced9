import { cityZone } from "../../kernel/city.ts";
import { DAY, type Instant } from "../../kernel/interval.ts";
import { dayOfDate, instantOf } from "../../kernel/zone.ts";
import type { RequestRow } from "./request.ts";
import { liveStates, type RequestState } from "./states.ts";

/** The first moment at which nothing of it can take place any more: midnight after its last day; null: until further notice. */
export function overAt({ untilOn, endsAt }: Pick<RequestRow, "untilOn" | "endsAt">): Instant | null {
  if (endsAt) return endsAt.getTime();
  return untilOn ? instantOf(cityZone, (dayOfDate(untilOn) + 1) * DAY) : null;
}

/**
 * What becomes of a request then: agreed help has been given; where nobody came, or the family never said yes, it lapses.
 * Null: nothing, it is not live or not over.
 */
export function endingOf(
  request: Pick<RequestRow, "untilOn" | "endsAt"> & { readonly state: RequestState },
  now: Instant,
): "completed" | "lapsed" | null {
  const at = overAt(request);
  if (at === null || now < at || !liveStates.some((state) => state === request.state)) return null;
  return request.state === "active" ? "completed" : "lapsed";
}
