import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const hasEnded = ({ work, period, now }: Case) =>
  period.endsAt <= now ? { endedAt: period.endsAt, timeZone: work.timeZone } : null;

export const workEnded = rule({
  code: "WORK_ENDED",
  stage: "open",
  overridable: false,
  obstacle: hasEnded,
  sentence: {
    "zh-CN": (f, say) => `已于${say.time(f.endedAt, f.timeZone)}结束，请另选一项。`,
    en: (f, say) => `It ended on ${say.time(f.endedAt, f.timeZone)}. Choose other work.`,
  },
  short: { "zh-CN": () => "已结束", en: () => "over" },
});
