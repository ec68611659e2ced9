import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isNotOpen = ({ work }: Case) =>
  work.state === "draft" || work.state === "closed" ? { state: work.state } : null;

export const workNotOpen = rule({
  code: "WORK_NOT_OPEN",
  stage: "open",
  overridable: false,
  obstacle: isNotOpen,
  sentence: {
    "zh-CN": ({ state }) => (state === "draft" ? "尚未发布，发布后才能报名。" : "已经结束招募，请另选一项。"),
    en: ({ state }) =>
      state === "draft"
        ? "Not published yet. Come back once it is."
        : "No longer looking for people. Choose other work.",
  },
  short: {
    "zh-CN": ({ state }) => (state === "draft" ? "尚未发布" : "已结束招募"),
    en: ({ state }) => (state === "draft" ? "not published" : "closed"),
  },
});
