import { expect, test } from "vitest";
import { endingOf, overAt } from "./last-day.ts";
import { allStates } from "./states.ts";

const lastDay = { untilOn: "2026-11-30", endsAt: null };
const midnight = Date.parse("2026-11-30T16:00:00Z");

test("a request is over at the midnight after its last day, in the city; a dated one at its end; one without an end never", () => {
  expect(overAt(lastDay)).toBe(midnight);
  expect(overAt({ untilOn: null, endsAt: new Date(midnight) })).toBe(midnight);
  expect(overAt({ untilOn: null, endsAt: null })).toBeNull();
});

test("then agreed help is complete, and what nobody was agreed for lapses; what had ended stays as it was", () => {
  const endings = allStates.map((state) => [state, endingOf({ ...lastDay, state }, midnight)]);
  expect(Object.fromEntries(endings)).toEqual({
    draft: null,
    open: "lapsed",
    matched: "lapsed",
    active: "completed",
    completed: null,
    cancelled: null,
  });
  expect(allStates.map((state) => endingOf({ ...lastDay, state }, midnight - 1))).toEqual(allStates.map(() => null));
});
