/** A district as the census of 2020 counted it; `people` in thousands is its weight in the city. */
export interface District {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly people: number;
  /** Where its first posts stand; real places. */
  readonly places: readonly (readonly [zh: string, en: string])[];
  readonly hospital: readonly [zh: string, en: string];
}

const district = (
  id: number,
  nameZh: string,
  nameEn: string,
  people: number,
  hospital: District["hospital"],
  places: District["places"],
): District => ({ id, code: `110${id}`, nameZh, nameEn, people, hospital, places });

export const districts: readonly District[] = [
  district(
    101,
    "东城区",
    "Dongcheng",
    709,
    ["北京协和医院", "Peking Union Medical College Hospital"],
    [
      ["和平里社区", "Hepingli"],
      ["东花市社区", "Donghuashi"],
    ],
  ),
  district(
    102,
    "西城区",
    "Xicheng",
    1106,
    ["北京大学人民医院", "Peking University People's Hospital"],
    [
      ["德胜社区", "Desheng"],
      ["广安门社区", "Guang'anmen"],
    ],
  ),
  district(
    105,
    "朝阳区",
    "Chaoyang",
    3452,
    ["中日友好医院", "China-Japan Friendship Hospital"],
    [
      ["望京花园东门", "Wangjing Garden east gate"],
      ["劲松社区", "Jinsong"],
      ["双井社区", "Shuangjing"],
      ["亚运村社区", "Asian Games Village"],
      ["三里屯社区", "Sanlitun"],
    ],
  ),
  district(
    106,
    "丰台区",
    "Fengtai",
    2019,
    ["北京天坛医院", "Beijing Tiantan Hospital"],
    [
      ["方庄社区", "Fangzhuang"],
      ["右安门社区", "You'anmen"],
    ],
  ),
  district(
    107,
    "石景山区",
    "Shijingshan",
    568,
    ["石景山医院", "Shijingshan Hospital"],
    [
      ["八角社区", "Bajiao"],
      ["古城社区", "Gucheng"],
    ],
  ),
  district(
    108,
    "海淀区",
    "Haidian",
    3134,
    ["北京大学第三医院", "Peking University Third Hospital"],
    [
      ["中关村社区", "Zhongguancun"],
      ["五道口社区", "Wudaokou"],
      ["学院路社区", "Xueyuanlu"],
      ["万柳社区", "Wanliu"],
    ],
  ),
  district(109, "门头沟区", "Mentougou", 393, ["门头沟区医院", "Mentougou Hospital"], [["大峪社区", "Dayu"]]),
  district(111, "房山区", "Fangshan", 1313, ["良乡医院", "Liangxiang Hospital"], [["良乡社区", "Liangxiang"]]),
  district(
    112,
    "通州区",
    "Tongzhou",
    1840,
    ["潞河医院", "Luhe Hospital"],
    [
      ["玉带路社区北门", "Yudailu north gate"],
      ["玉带路社区南门", "Yudailu south gate"],
      ["玉带路社区东门", "Yudailu east gate"],
      ["玉带路社区西门", "Yudailu west gate"],
    ],
  ),
  district(113, "顺义区", "Shunyi", 1324, ["顺义区医院", "Shunyi Hospital"], [["石园社区", "Shiyuan"]]),
  district(
    114,
    "昌平区",
    "Changping",
    2269,
    ["昌平区医院", "Changping Hospital"],
    [
      ["回龙观社区", "Huilongguan"],
      ["天通苑社区", "Tiantongyuan"],
    ],
  ),
  district(
    115,
    "大兴区",
    "Daxing",
    1824,
    ["大兴区人民医院", "Daxing People's Hospital"],
    [
      ["黄村社区", "Huangcun"],
      ["西红门社区", "Xihongmen"],
    ],
  ),
  district(116, "怀柔区", "Huairou", 441, ["怀柔医院", "Huairou Hospital"], [["龙山社区", "Longshan"]]),
  district(117, "平谷区", "Pinggu", 457, ["平谷区医院", "Pinggu Hospital"], [["滨河社区", "Binhe"]]),
  district(118, "密云区", "Miyun", 528, ["密云区医院", "Miyun Hospital"], [["鼓楼社区", "Gulou"]]),
  district(119, "延庆区", "Yanqing", 346, ["延庆区医院", "Yanqing Hospital"], [["儒林社区", "Rulin"]]),
  district(
    199,
    "北京经济技术开发区",
    "Beijing Economic-Technological Development Area",
    170,
    ["同仁医院亦庄院区", "Tongren Hospital, Yizhuang"],
    [["亦庄天华社区", "Yizhuang Tianhua"]],
  ),
];

export const cityPeople = districts.reduce((sum, { people }) => sum + people, 0);
