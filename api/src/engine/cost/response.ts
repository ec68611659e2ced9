import type { ServiceRecord } from "../fitness/person.ts";
import { bounded, part } from "./part.ts";

/** Four imagined offers, three of them accepted: one "no" does not brand a newcomer. */
const PRIOR = { accepted: 3, made: 4 };

const expected = ({ offersAccepted, offersMade }: ServiceRecord) =>
  Math.round((100 * (offersAccepted + PRIOR.accepted)) / (offersMade + PRIOR.made));

/** Whole percent of offers accepted, as it happened; null before the first offer. */
export const acceptedPercent = ({ offersAccepted, offersMade }: ServiceRecord): number | null =>
  offersMade === 0 ? null : Math.round((100 * offersAccepted) / offersMade);

/** Unit: a percent of offers that would probably not be accepted. */
export const response = part({
  name: "response",
  maxUnits: 100,
  units: (person) => bounded(100 - expected(person.record), 100),
  facts: (person) => ({ asked: person.record.offersMade > 0, percent: acceptedPercent(person.record) ?? 0 }),
  words: {
    "zh-CN": (f) => (f.asked ? `接受率${f.percent}%` : "尚未收到过邀请"),
    en: (f) => (f.asked ? `accepts ${f.percent}%` : "not asked before"),
  },
});
