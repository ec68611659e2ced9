import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

function isTooLate({ work, now, ask }: Case) {
  const { closesAt } = work.signUp;
  return ask === "self" && closesAt !== null && closesAt <= now
    ? { closedAt: closesAt, timeZone: work.timeZone }
    : null;
}

export const signUpClosed = rule({
  code: "SIGN_UP_CLOSED",
  stage: "open",
  overridable: false,
  obstacle: isTooLate,
  sentence: {
    "zh-CN": (f, say) => `报名已于${say.time(f.closedAt, f.timeZone)}截止。仍想参加请联系调度员。`,
    en: (f, say) => `Sign-up closed on ${say.time(f.closedAt, f.timeZone)}. Ask the coordinator to add you.`,
  },
  short: { "zh-CN": () => "报名已截止", en: () => "sign-up closed" },
});
