import type { Locale } from "../../lib/preferences.ts";
import { clock, hours } from "../../lib/time.ts";
import type { CityTodayQuery } from "./sign-in.generated.ts";
import type { DoorDay } from "./sign-in-actions.ts";

const HOUR = 3_600_000;

/** What the front door draws of the city's day. Only hours to come can still need somebody. */
export function doorDay({ cityToday }: CityTodayQuery, now: number, locale: Locale): DoorDay {
  const { servingNow, openPlaces, requestsWaiting, hotlineGap: gap } = cityToday;
  return {
    servingNow,
    openPlaces,
    requestsWaiting,
    hours: cityToday.hours.map(({ startsAt, serving, missing }) => {
      const ahead = Date.parse(startsAt) - now;
      return {
        hour: Number(clock(startsAt, locale).slice(0, 2)),
        serving,
        now: ahead <= 0 && ahead > -HOUR,
        need: missing > 0 && ahead > 0,
      };
    }),
    ...(gap && { gap: { time: hours(gap.startsAt, gap.endsAt, locale), count: gap.missing } }),
  };
}
