import { useQuery } from "@apollo/client/react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useNow } from "../../lib/now.ts";
import { dayKey } from "../../lib/time.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./credentials.module.css";
import { CredentialKindsDocument } from "./mine.generated.ts";
import { type Errors, errorsIn, type Field, fields, nothingFilled } from "./new-credential.ts";
import { useSubmit } from "./use-submit.ts";

/** One proof: what, from whom, which number, and how long it is valid. */
export function SubmitForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useWords();
  const heading = useId();
  const today = dayKey(useNow());
  const kinds = useQuery(CredentialKindsDocument);
  const offline = useConnection().state === "offline";
  const [filled, setFilled] = useState(nothingFilled);
  const [errors, setErrors] = useState<Errors>({});
  const { submit, loading, error, problems } = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select")?.focus(), []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (loading || offline) return;
    const missing = errorsIn(filled, today);
    setErrors(missing);
    const wrong = fields.find((field) => missing[field]);
    if (wrong) return form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    if (!(await submit(filled).catch(() => false))) return;
    toast(t("credentials.submitted.done"));
    onDone();
  };
  const errorOf = (field: Field) => {
    const word = errors[field];
    return word ? t(word) : problems.find((problem) => problem.field === field)?.message;
  };
  const wired = (field: Field) => ({
    name: field,
    error: errorOf(field),
    value: filled[field],
    onChange: ({ target }: { target: { value: string } }) =>
      setFilled((before) => ({ ...before, [field]: target.value })),
  });
  const rest = problems.filter(({ field }) => !field || !fields.includes(field));
  return (
    <section className="card card-large" aria-labelledby={heading}>
      <form ref={form} className="stack" onSubmit={(event) => void send(event)} noValidate>
        <h2 id={heading}>{t("credentials.add")}</h2>
        {error && <FailurePanel error={error} />}
        {kinds.error && <FailurePanel error={kinds.error} onRetry={() => void kinds.refetch()} />}
        {rest.length > 0 && <Notice tone="danger">{rest.map(({ message }) => message).join(" ")}</Notice>}
        <Select label={t("credentials.field.kind")} {...wired("kind")} required>
          <option value="">{t("credentials.field.kind.choose")}</option>
          {kinds.data?.credentialKinds.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <TextField label={t("credentials.field.issuer")} {...wired("issuer")} maxLength={120} required />
        <TextField
          label={t("credentials.field.number")}
          hint={t("credentials.field.number.hint")}
          {...wired("number")}
          maxLength={60}
          autoComplete="off"
        />
        <div className={styles.days}>
          <TextField type="date" label={t("credentials.field.from")} {...wired("validFrom")} required />
          <TextField type="date" label={t("credentials.field.until")} {...wired("validUntil")} min={today} required />
        </div>
        <p className="small muted">{t("credentials.add.next")}</p>
        <div className="row">
          <Button type="submit" tone="primary" busy={loading} disabled={offline}>
            {t(offline ? "credentials.offline" : "credentials.submit")}
          </Button>
          <Button tone="quiet" onClick={onCancel}>
            {t("credentials.cancel")}
          </Button>
        </div>
      </form>
    </section>
  );
}
