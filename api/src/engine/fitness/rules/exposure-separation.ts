import { DAY } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import type { ExposureClass } from "../policy.ts";
import { rule } from "../rule.ts";

const rank: Readonly<Record<ExposureClass, number>> = { none: 0, low: 1, high: 2 };

/** Nobody carries an infection from riskier work to people who are not exposed: days lie between, before and after. */
function carriesRisk({ work, others, spans, period, policy }: Case) {
  const mine = spans.length > 0 ? spans : [period];
  for (const other of others) {
    if (rank[other.exposure] === rank[work.exposure]) continue;
    const otherIsRiskier = rank[other.exposure] > rank[work.exposure];
    const days = policy.separationDays[otherIsRiskier ? other.exposure : work.exposure];
    for (const span of mine) {
      const [riskier, safer] = otherIsRiskier ? [other, span] : [span, other];
      if (safer.endsAt <= riskier.startsAt || safer.startsAt >= riskier.endsAt + days * DAY) continue;
      return {
        days,
        side: otherIsRiskier ? "before" : "after",
        freeFrom: riskier.endsAt + days * DAY,
        timeZone: work.timeZone,
      };
    }
  }
  return null;
}

export const exposureSeparation = rule({
  code: "EXPOSURE_SEPARATION",
  stage: "rest",
  overridable: false,
  obstacle: carriesRisk,
  sentence: {
    "zh-CN": (f, say) =>
      f.side === "before"
        ? `参加过较高感染风险服务，须间隔${f.days}天。请选择${say.date(f.freeFrom, f.timeZone)}以后的服务。`
        : `此后${f.days}天内已有较低风险的服务安排。请先调整那些安排，或另选一项。`,
    en: (f, say) =>
      f.side === "before"
        ? `After work with a higher risk of infection ${f.days} days have to pass. Choose work from ${say.date(f.freeFrom, f.timeZone)} on.`
        : `Lower-risk work is already planned within ${f.days} days after this. Move that work first, or choose other work.`,
  },
  short: { "zh-CN": (f) => `须隔离${f.days}天`, en: (f) => `${f.days} days must pass` },
});
