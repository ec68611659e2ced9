import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isFull = ({ work }: Case) => (work.placesFree < 1 ? {} : null);

export const noPlacesLeft = rule({
  code: "NO_PLACES_LEFT",
  stage: "open",
  overridable: false,
  obstacle: isFull,
  sentence: {
    "zh-CN": () => "名额已满。请选择其他安排；有人退出后，这里会重新开放。",
    en: () => "No places are left. Choose another one; this opens again when somebody gives a place up.",
  },
  short: { "zh-CN": () => "已满", en: () => "full" },
});
