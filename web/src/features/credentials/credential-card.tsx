import { useFragment } from "@apollo/client/react";
import { monthDay } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Chip } from "../../ui/chip.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./credentials.module.css";
import { type MyCredentialFragment, MyCredentialFragmentDoc } from "./mine.generated.ts";
import { toneOf } from "./state-tone.ts";
import { ValidSpan } from "./valid-span.tsx";

/** One's own credential: where it stands, and what that means for the next step. */
export function CredentialCard(props: { credential: { __typename: "Credential"; id: string } }) {
  const { t, locale } = useWords();
  const { data, complete } = useFragment({ fragment: MyCredentialFragmentDoc, from: props.credential });
  if (!complete) return null;
  return (
    <li className={`card ${styles.proof}`}>
      <div className="row row-between">
        <h2 className="title">{data.name}</h2>
        <Chip tone={toneOf[data.state]}>{t(`credentials.state.${data.state}`)}</Chip>
      </div>
      <p className="small">
        {data.issuer} {data.numberMasked && <span className="mono muted">{data.numberMasked}</span>}
      </p>
      <ValidSpan from={data.validFrom} until={data.validUntil} />
      {data.state === "SUBMITTED" && (
        <p className="small muted">
          {t(data.firstCheckedAt ? "credentials.mine.once" : "credentials.mine.waits", {
            day: monthDay(data.submittedAt, locale),
          })}
        </p>
      )}
      <Ended credential={data} />
    </li>
  );
}

/** It does not count any more, or never did: why, and what to do. */
function Ended({ credential: { state, reason } }: { credential: MyCredentialFragment }) {
  const { t } = useWords();
  if (state !== "REJECTED" && state !== "REVOKED" && state !== "EXPIRED") return null;
  return (
    <Notice tone="warn" {...(reason && { title: t("credentials.mine.reason", { reason }) })}>
      {t(`credentials.mine.${state}`)}
    </Notice>
  );
}
