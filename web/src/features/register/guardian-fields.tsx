import { readContact } from "../../lib/contact.ts";
import { useWords } from "../../lib/words.ts";
import { TextField } from "../../ui/field.tsx";
import type { Answers, Field } from "./answers.ts";
import { CodeField } from "./code-field.tsx";

export type FieldsProps = {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  errorOf: (field: Field) => string | undefined;
};

/** Under 18: an adult who answers for them proves to be there, and agrees by giving the code. */
export function GuardianFields({ answers, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className="card stack stack-3">
      <legend className="vh">{t("register.guardian")}</legend>
      <p>
        <b>{t("register.guardian")}</b> <span className="small muted">{t("register.guardian.lead")}</span>
      </p>
      <TextField
        id="guardianContact"
        label={t("register.guardian.contact")}
        error={errorOf("guardianContact")}
        value={answers.guardianContact}
        onChange={(event) => change({ guardianContact: event.target.value })}
        inputMode="email"
        autoComplete="off"
      />
      <CodeField
        id="guardianCode"
        label={t("register.guardian.code")}
        contact={readContact(answers.guardianContact)}
        value={answers.guardianCode}
        onChange={(guardianCode) => change({ guardianCode })}
        error={errorOf("guardianCode")}
      />
      <TextField
        id="guardianName"
        label={t("register.guardian.name")}
        hint={t("register.guardian.name.hint")}
        error={errorOf("guardianName")}
        value={answers.guardianName}
        onChange={(event) => change({ guardianName: event.target.value })}
        autoComplete="off"
        maxLength={40}
      />
    </fieldset>
  );
}
