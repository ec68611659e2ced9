import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isFull = ({ work }: Case) => (work.placesFree < 1 ? {} : null);

export const noPlacesLeft = rule({
  code: "NO_PLACES_LEFT",
  stage: "open",
  overridable: false,
  obstacle: isFull,
  sentence: {
    "zh-CN": () => "名额已满。可加入候补，有空位会按顺序通知。",
    en: () => "No places are left. Join the waitlist: a freed place is offered in order.",
  },
  short: { "zh-CN": () => "已满", en: () => "full" },
});
