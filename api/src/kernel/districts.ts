import type { Locale } from "./reason.ts";

export interface Point {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

type Row = readonly [latitude: number, longitude: number, zh: string, en: string];

/**
 * Names of Beijing's districts and where each has its seat (to about a kilometre), by the last three digits of the
 * administrative code; 199 is the economic-technological development area. Good enough to prefer the nearer of two
 * people without asking either for an address.
 */
const districts: Readonly<Record<string, Row>> = {
  101: [39.928, 116.416, "东城区", "Dongcheng"],
  102: [39.912, 116.366, "西城区", "Xicheng"],
  105: [39.921, 116.443, "朝阳区", "Chaoyang"],
  106: [39.858, 116.287, "丰台区", "Fengtai"],
  107: [39.906, 116.223, "石景山区", "Shijingshan"],
  108: [39.96, 116.298, "海淀区", "Haidian"],
  109: [39.94, 116.102, "门头沟区", "Mentougou"],
  111: [39.748, 116.143, "房山区", "Fangshan"],
  112: [39.91, 116.657, "通州区", "Tongzhou"],
  113: [40.13, 116.655, "顺义区", "Shunyi"],
  114: [40.221, 116.231, "昌平区", "Changping"],
  115: [39.727, 116.342, "大兴区", "Daxing"],
  116: [40.316, 116.632, "怀柔区", "Huairou"],
  117: [40.141, 117.121, "平谷区", "Pinggu"],
  118: [40.377, 116.843, "密云区", "Miyun"],
  119: [40.457, 115.975, "延庆区", "Yanqing"],
  199: [39.795, 116.506, "经开区", "the development area (BDA)"],
};

/** Null for a district that is not one of these. */
export function seatOf(districtId: number): Point | null {
  const row = districts[districtId];
  return row ? { latitude: row[0], longitude: row[1] } : null;
}

/** Undefined for a code that is not one of these. */
export const districtName = (code: string, locale: Locale): string | undefined =>
  districts[code]?.[locale === "en" ? 3 : 2];
