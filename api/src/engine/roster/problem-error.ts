export type ProblemFault =
  | "malformedLine"
  | "unknownSection"
  | "missingSection"
  | "emptyHorizon"
  | "noPeople"
  | "noShifts"
  | "duplicateId"
  | "unknownShift"
  | "unknownPerson"
  | "dayOutside"
  | "notANumber"
  | "limitsCross"
  | "minutesCannotFit"
  | "contradictoryPins"
  | "tooManyShifts";

const sentences: Record<ProblemFault, { en: string; zh: string }> = {
  malformedLine: { en: "this line has the wrong number of fields", zh: "此行的字段数目不对" },
  unknownSection: { en: "this section is not part of the format", zh: "格式中没有这个小节" },
  missingSection: { en: "a section is missing", zh: "缺少一个小节" },
  emptyHorizon: { en: "the roster needs at least one day", zh: "值班表至少需要一天" },
  noPeople: { en: "the roster needs at least one person", zh: "值班表至少需要一个人" },
  noShifts: { en: "the roster needs at least one shift", zh: "值班表至少需要一个班次" },
  duplicateId: { en: "this name is used twice", zh: "这个名称重复了" },
  unknownShift: { en: "no shift has this name", zh: "没有叫这个名称的班次" },
  unknownPerson: { en: "no person has this name", zh: "没有叫这个名称的人" },
  dayOutside: { en: "this day lies outside the roster", zh: "这一天不在值班表范围内" },
  notANumber: { en: "a whole number of zero or more is needed here", zh: "这里需要一个不小于零的整数" },
  limitsCross: { en: "the least allowed is more than the most allowed", zh: "下限大于上限" },
  minutesCannotFit: { en: "the minutes asked for cannot fit into the days", zh: "要求的分钟数在这些天里放不下" },
  contradictoryPins: { en: "two fixed decisions contradict each other", zh: "两个已固定的安排互相矛盾" },
  tooManyShifts: { en: "at most 250 kinds of shift can be planned at once", zh: "一次最多安排 250 种班次" },
};

/** The input cannot be planned as written. `line` counts from 1 and is there when the input was a file; `subject` is the offending text. */
export class RosterProblemError extends Error {
  override readonly name = "RosterProblemError";
  readonly fault: ProblemFault;
  readonly subject: string;
  readonly line: number | undefined;

  constructor(fault: ProblemFault, subject: string, line?: number) {
    super(`${line === undefined ? "" : `line ${line}: `}${sentences[fault].en}: ${subject}`);
    this.fault = fault;
    this.subject = subject;
    this.line = line;
  }

  /** The sentence for a person, in their language. */
  sentence(language: "en" | "zh"): string {
    const where = this.line === undefined ? "" : language === "zh" ? `第 ${this.line} 行：` : `line ${this.line}: `;
    return `${where}${sentences[this.fault][language]}${language === "zh" ? "：" : ": "}${this.subject}`;
  }
}
