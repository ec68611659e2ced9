import type { Locale } from "../../lib/preferences.ts";
import { span } from "../../lib/time.ts";
import { weeklyWords } from "../../lib/weekly-words.ts";
import type { OfferCardFragment } from "./offer-card.generated.ts";

/** `初一 语文，每周六 09:00–10:30`; `热线 席位 11月26日 周四 14:00–16:00`. */
export function offerTimes(offer: OfferCardFragment, locale: Locale): string {
  if (offer.request && offer.weeklyTimes.length > 0) return weeklyWords(offer.weeklyTimes, locale);
  return offer.startsAt && offer.endsAt ? span(offer.startsAt, offer.endsAt, locale) : "";
}

export const offerTitle = ({ shift, request }: OfferCardFragment): string => (shift ?? request)?.title ?? "";
export const offerDistrict = ({ shift, request }: OfferCardFragment): string =>
  (shift?.site.district ?? request?.district)?.name ?? "";
export const offerMode = ({ shift, request }: OfferCardFragment) => (shift ?? request)?.mode ?? "ON_SITE";
