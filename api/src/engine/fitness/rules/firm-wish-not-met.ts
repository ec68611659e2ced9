import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** A wish without which they would rather have nobody. Other wishes only cost. */
function disregardsWish({ person, work }: Case) {
  const { gender, language, firm } = work.wishes;
  if (gender !== null && firm.includes("gender") && person.gender !== gender) return { wish: "gender", wished: gender };
  if (language !== null && firm.includes("language") && !person.languages.includes(language))
    return { wish: "language", wished: language };
  return null;
}

export const firmWishNotMet = rule({
  code: "FIRM_WISH_NOT_MET",
  stage: "wish",
  overridable: true,
  obstacle: disregardsWish,
  sentence: {
    "zh-CN": (f, say) =>
      `求助方希望由${f.wish === "gender" ? `${say.name(f.wished)}志愿者` : `会${say.name(f.wished)}的志愿者`}服务。可与对方商量后再安排。`,
    en: (f, say) =>
      `They asked for ${f.wish === "gender" ? say.name(f.wished) : `somebody who speaks ${say.name(f.wished)}`}. Talk it over with them first.`,
  },
  short: { "zh-CN": () => "与求助意愿不符", en: () => "not what they wished" },
});
