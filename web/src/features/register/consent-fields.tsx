import { useWords } from "../../lib/words.ts";
import { Checkbox } from "../../ui/field.tsx";
import type { FieldsProps } from "./guardian-fields.tsx";
import styles from "./register.module.css";
import { Wrong } from "./wrong.tsx";

const promises = ["kept", "seen", "shared", "ended"] as const;

/** The notice in full, then what they agree to. Nothing is ticked for them; only the first is needed. */
export function ConsentFields({ answers, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  const error = errorOf("privacy");
  return (
    <fieldset>
      <legend className={styles.legend}>{t("register.consents")}</legend>
      <ul className={`card small ${styles.promises}`} id="privacy-notice">
        {promises.map((promise) => (
          <li key={promise}>{t(`register.privacy.${promise}`)}</li>
        ))}
      </ul>
      <Checkbox
        id="privacy"
        checked={answers.privacy}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "privacy-notice privacy-error" : "privacy-notice"}
        onChange={(event) => change({ privacy: event.target.checked })}
      >
        {t("register.consent.PRIVACY")}
      </Checkbox>
      <Wrong id="privacy-error">{error}</Wrong>
      <Checkbox checked={answers.matching} onChange={(event) => change({ matching: event.target.checked })}>
        {t("register.consent.MATCHING")}
      </Checkbox>
    </fieldset>
  );
}
