import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isCancelled = ({ work }: Case) => (work.state === "cancelled" ? {} : null);

export const workCancelled = rule({
  code: "WORK_CANCELLED",
  stage: "open",
  overridable: false,
  obstacle: isCancelled,
  sentence: {
    "zh-CN": () => "已取消，请另选一项。",
    en: () => "This has been cancelled. Choose other work.",
  },
  short: { "zh-CN": () => "已取消", en: () => "cancelled" },
});
