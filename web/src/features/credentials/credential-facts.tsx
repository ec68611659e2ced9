import type { ReactNode } from "react";
import { monthDay } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Summary } from "../../ui/summary.tsx";
import { CredentialNumber } from "./credential-number.tsx";
import type { CredentialToCheckFragment } from "./queue.generated.ts";
import { ValidSpan } from "./valid-span.tsx";

type Fact = "holder" | "issuer" | "number" | "validity" | "submitted" | "first-check";

/** What is claimed, line by line, as the checker compares it with the issuer's own record. */
export function CredentialFacts({ credential }: { credential: CredentialToCheckFragment }) {
  const { t, locale } = useWords();
  const { firstChecker, firstCheckedAt } = credential;
  const lines: { key: Fact; value: ReactNode }[] = [
    { key: "holder", value: credential.holder.name },
    { key: "issuer", value: credential.issuer },
    { key: "number", value: <CredentialNumber credential={credential} /> },
    { key: "validity", value: <ValidSpan from={credential.validFrom} until={credential.validUntil} /> },
    { key: "submitted", value: monthDay(credential.submittedAt, locale) },
    {
      key: "first-check",
      value: firstCheckedAt
        ? t("credentials.first-check.by", { name: firstChecker?.name ?? "–", day: monthDay(firstCheckedAt, locale) })
        : t("credentials.first-check.none"),
    },
  ];
  return (
    <Summary
      lines={lines.map(({ key, value }) => ({
        key,
        term: t(`credentials.fact.${key}`),
        value,
      }))}
    />
  );
}
