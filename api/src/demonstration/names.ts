import type { Random } from "./random.ts";

const families = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
const rare = ["欧阳", "司马", "上官", "诸葛", "司徒", "夏侯"];
const female = [..."静敏燕艳娟丽霞秀娜婷雪慧颖洁琳玲萍红玉兰英欣怡佳悦琪瑶蕾薇莹倩梅芳菲晴雯岚彤宁"];
const male = [..."伟强磊军洋勇杰涛超明刚平辉鹏飞宇浩然博凯晨旭峰志建国华亮龙斌健毅恒锐翔泽睿航远"];
const either = [..."文子晓思雨一嘉安清心梓若云海春秋天新林乐源书成立诗星和言"];

export type Gender = "female" | "male";

/** Common names are common: the first of the list are borne by a third of all. */
export function familyName(random: Random): string {
  if (random.chance(0.002)) return random.pick(rare);
  return families[Math.floor(random.unit() ** 2 * families.length)]!;
}

/** A given name of one or two characters. */
export function givenName(random: Random, gender: Gender): string {
  const own = gender === "female" ? female : male;
  const last = random.pick(own);
  if (random.chance(0.22)) return last;
  const first = random.pick(random.chance(0.6) ? either : own);
  return first === last ? first : first + last;
}
