/** Whole characters, as people count them. */
export const mostNoteCharacters = 120;

const separators = /[\s\-–—.,·、，。()（）]/g;
const digits = "零〇一二三四五六七八九";
/** Seven digits in a row are a number to call, however they are spaced or written. */
const callable = /\d{7,}/;
const reachable = /[^\s@]@[^\s@]|微信|威信|薇信|wechat|weixin|\bvx\b|\bqq\b|加我|扣扣|https?:|www\./i;
const employers =
  /医院|科室|病房|卫生院|疾控|诊所|公司|单位|研究所|派出所|街道办|\bhospital\b|\bclinic\b|\bward\b|\bcompany\b|\bemployer\b/i;

/** A note goes to a stranger: it may say what is needed, never how to reach the family or where they work. */
export function hasContact(note: string): boolean {
  const text = note.normalize("NFKC");
  const plain = text.replace(/[零〇一二三四五六七八九]/g, digitOf).replace(separators, "");
  return callable.test(plain) || reachable.test(text) || employers.test(text);
}

const digitOf = (character: string): string => String(Math.max(0, digits.indexOf(character) - 1));
