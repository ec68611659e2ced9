import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** The window is a promise among those who pick: everybody starts at the same time. */
function isTooEarly({ work, now, ask }: Case) {
  const { opensAt } = work.signUp;
  return ask === "self" && opensAt !== null && now < opensAt ? { opensAt, timeZone: work.timeZone } : null;
}

export const signUpNotOpen = rule({
  code: "SIGN_UP_NOT_OPEN",
  stage: "open",
  overridable: false,
  obstacle: isTooEarly,
  sentence: {
    "zh-CN": (f, say) => `${say.time(f.opensAt, f.timeZone)}开放报名，可先设置提醒。`,
    en: (f, say) => `Sign-up opens on ${say.time(f.opensAt, f.timeZone)}. Set a reminder for it.`,
  },
  short: { "zh-CN": () => "未到报名时间", en: () => "sign-up not open yet" },
});
