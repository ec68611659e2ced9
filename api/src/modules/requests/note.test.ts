import { describe, expect, test } from "vitest";
import { hasContact } from "./note.ts";

describe("a note may not say how to reach the family or where they work", () => {
  test.each([
    "请打 13800138000",
    "电话 138-0013-8000",
    "１３８００１３８０００",
    "一三八零零一三八零零零",
    "座机 6512 3456",
    "mail me: a.b@example.org",
    "加微信聊",
    "WeChat: shen_qing",
    "妈妈在医院上班",
    "爸爸单位很忙",
    "her mother works at the Hospital",
  ])("%s", (note) => expect(hasContact(note)).toBe(true));
});

describe("it may say what is needed", () => {
  test.each([
    "几何刚开始学，线上课跟不太上，希望有人带着把例题过一遍。",
    "小学三年级，最好一周两次，每次 60 分钟，10 点以后。",
    "希望是大学生，性格活泼。",
    "2020 学年第一学期，第 3-5 章",
    "He is shy at first.",
    "",
  ])("%s", (note) => expect(hasContact(note)).toBe(false));
});
