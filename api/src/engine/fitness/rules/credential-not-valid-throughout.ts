import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { validThroughout } from "../validity.ts";

/** Verified, but not valid from the first moment of the work to the last. */
function lapses({ person, work, period }: Case) {
  for (const kind of work.credentials) {
    const held = person.credentials.filter((c) => c.kind === kind && c.state === "verified");
    if (held.length === 0 || held.some((c) => validThroughout(c, period))) continue;
    const latest = held.reduce((a, b) => ((b.validUntil ?? Infinity) > (a.validUntil ?? Infinity) ? b : a));
    const starts = latest.validFrom > period.startsAt;
    return {
      credential: kind,
      problem: starts ? "starts_later" : "ends_earlier",
      at: starts ? latest.validFrom : latest.validUntil!,
      timeZone: work.timeZone,
    };
  }
  return null;
}

export const credentialNotValidThroughout = rule({
  code: "CREDENTIAL_NOT_VALID_THROUGHOUT",
  stage: "credential",
  overridable: false,
  obstacle: lapses,
  sentence: {
    "zh-CN": (f, say) =>
      f.problem === "starts_later"
        ? `${say.name(f.credential)}自${say.date(f.at, f.timeZone)}起有效，请选择此后的时间。`
        : `${say.name(f.credential)}于${say.date(f.at, f.timeZone)}到期，不能覆盖全程。请上传新证。`,
    en: (f, say) =>
      f.problem === "starts_later"
        ? `The ${say.name(f.credential)} counts from ${say.date(f.at, f.timeZone)}. Choose a later time.`
        : `The ${say.name(f.credential)} ends on ${say.date(f.at, f.timeZone)}, before this is over. Upload the new one.`,
  },
  short: {
    "zh-CN": (f) => (f.problem === "starts_later" ? "资质尚未生效" : "资质届时已到期"),
    en: (f) => (f.problem === "starts_later" ? "licence not valid yet" : "licence ends before"),
  },
});
