import type { District } from "./districts.ts";
import { eveningLine, gate, hospitalDesk, type Rota, weekendCleaning, wholeDayLine } from "./rota.ts";

export interface SiteSpec {
  readonly code: string;
  readonly districtId: number;
  readonly kind: "hotline" | "gate" | "community" | "hospital" | "school" | "online";
  readonly nameZh: string;
  readonly nameEn: string;
  readonly programme: string;
  readonly rotas: readonly Rota[];
}

/** Districts whose lines are open day and night; the others listen in the evening. */
const wholeDayLines: Readonly<Record<number, readonly string[]>> = { 105: ["A", "B"], 108: ["A"] };

/** Every kind of site in every district; `gates` is how many posts the district can staff, at least its named ones. */
export function sitesOf(district: District, gates: number): SiteSpec[] {
  const { id, nameEn, hospital } = district;
  const short = district.nameZh.replace(/区$/, "").replace("北京经济技术开发", "亦庄");
  const shortEn = id === 199 ? "Yizhuang" : nameEn;
  const site = (
    kind: SiteSpec["kind"],
    code: string,
    zh: string,
    en: string,
    programme: string,
    rotas: readonly Rota[],
  ) => ({ kind, code: `${id}-${code}`, districtId: id, nameZh: zh, nameEn: en, programme, rotas }) satisfies SiteSpec;
  const lines = (wholeDayLines[id] ?? [""]).map((letter) =>
    site(
      "hotline",
      `hotline${letter.toLowerCase()}`,
      `${short}热线${letter}`,
      `${shortEn} hotline${letter && ` ${letter}`}`,
      "from-the-heart",
      letter ? wholeDayLine : eveningLine,
    ),
  );
  const posts = Array.from({ length: Math.max(gates, Math.min(2, district.places.length)) }, (_, at) => {
    const [zh, en] = district.places[at] ?? numbered(district, short, shortEn, at + 1);
    return site("gate", `gate${at + 1}`, zh, en, "community-guard", gate(at % 2 ? null : "temperature_check"));
  });
  return [
    ...lines,
    ...posts,
    site("community", "community", `${short}社区服务站`, `${shortEn} community centre`, "warm-heart", weekendCleaning),
    site("hospital", "hospital", hospital[0], hospital[1], "warm-heart", hospitalDesk),
    site("school", "school", `${short}教师研修学校`, `${shortEn} teachers' school`, "medics-families", []),
    site("online", "online", `${short}线上服务`, `${shortEn} online`, "medics-families", []),
  ];
}

/** Youth-watch posts in Dongcheng, as in the campaign; gates elsewhere. */
const numbered = ({ id }: District, zh: string, en: string, number: number) =>
  id === 101
    ? ([`青年守望岗${number}号`, `Youth-watch post ${number}`] as const)
    : ([`${zh}守护岗${number}号`, `${en} guard post ${number}`] as const);
