import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Nothing of this kind that two people have checked; one that waits for its check is said so. */
function lacksCredential({ person, work }: Case) {
  for (const kind of work.credentials) {
    const held = person.credentials.filter((c) => c.kind === kind);
    if (held.some((c) => c.state === "verified")) continue;
    return { credential: kind, state: held.at(-1)?.state ?? "none" };
  }
  return null;
}

const next = {
  "zh-CN": (state: string) =>
    state === "submitted"
      ? "已提交，请等待审核。"
      : state === "none"
        ? "请上传证书并等待审核。"
        : "已失效，请重新上传。",
  en: (state: string) =>
    state === "submitted"
      ? "It has been submitted and waits for its check."
      : state === "none"
        ? "Upload it for checking."
        : "The one on record no longer counts: upload a new one.",
};

export const credentialMissing = rule({
  code: "CREDENTIAL_MISSING",
  stage: "credential",
  overridable: false,
  obstacle: lacksCredential,
  sentence: {
    "zh-CN": (f, say) => `需要${say.name(f.credential)}。${next["zh-CN"](f.state)}`,
    en: (f, say) => `Needs a ${say.name(f.credential)}. ${next.en(f.state)}`,
  },
  short: {
    "zh-CN": (f) => (f.state === "submitted" ? "资质待审核" : "缺少所需资质"),
    en: (f) => (f.state === "submitted" ? "licence being checked" : "licence missing"),
  },
});
