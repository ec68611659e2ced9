import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useNow } from "../../lib/now.ts";
import { type Locale, setPreference } from "../../lib/preferences.ts";
import { isTicket, type Proof } from "../../lib/proof.ts";
import { dayKey } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { Brand } from "../../ui/logo.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { type Answers, type Errors, errorsIn, type Field, fields, needsGuardian } from "./answers.ts";
import { CodeField } from "./code-field.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import { type FieldsProps, GuardianFields } from "./guardian-fields.tsx";
import { keepAnswers, keptAnswers } from "./kept-answers.ts";
import styles from "./register.module.css";
import { RegisterTrouble } from "./register-trouble.tsx";
import { RoleFields } from "./role-fields.tsx";
import { type Problem, useRegister } from "./use-register.tsx";

type Props = {
  /** The proof they came with. */
  first: Proof;
  districts: readonly { id: string; name: string }[];
  next: string | undefined;
};
/** What the last try was refused for, by us or by the server. */
type Refused = { errors: Errors; problems: readonly Problem[]; round: number };

/** One column: who they are, where, under 18 who answers for them, and what they agree to. */
export function RegisterPage({ first, districts, next }: Props) {
  const { t } = useWords();
  const today = dayKey(useNow());
  const [given, setGiven] = useState(first);
  const [answers, setAnswers] = useState(() => keptAnswers(first.contact));
  useEffect(() => keepAnswers(first.contact, answers), [first, answers]);
  const [refused, setRefused] = useState<Refused>({ errors: {}, problems: [], round: 0 });
  const { register, busy, failure } = useRegister(next);
  const offline = useConnection().state === "offline";
  const { errors, problems } = refused;
  const errorOf = (field: Field): string | undefined => {
    const word = errors[field];
    return word ? t(word) : problems.find((problem) => problem.field === field)?.message;
  };
  const parts: FieldsProps = {
    answers,
    change: (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part })),
    errorOf,
  };
  useFocusOnWrong(errorOf, refused.round);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline) return;
    const missing = errorsIn(answers, today);
    const told = Object.keys(missing).length > 0 ? [] : await register(given, answers, today);
    setRefused(({ round }) => ({ errors: missing, problems: told, round: round + 1 }));
  };
  return (
    <>
      <Bar />
      <main id="main" tabIndex={-1}>
        <form className={`stack stack-5 ${styles.page}`} onSubmit={(event) => void submit(event)} noValidate>
          <div className="stack stack-2">
            <h1 tabIndex={-1}>{t("register.title")}</h1>
            <p className="muted">
              {t(isTicket(given) ? "register.proven.ticket" : "register.proven.code", { contact: given.contact })}{" "}
              <Link to="/sign-in">{t("register.other-contact")}</Link>
            </p>
          </div>
          {failure}
          <RegisterTrouble problems={problems} given={given} />
          <ProofAgain given={given} onChange={setGiven} problems={problems} error={errorOf("code")} />
          <RoleFields {...parts} />
          <Person {...parts} districts={districts} today={today} />
          {needsGuardian(answers, today) && <GuardianFields {...parts} />}
          <Language />
          <ConsentFields {...parts} />
          <Button type="submit" tone="primary" block busy={busy} disabled={offline}>
            {t(offline ? "register.offline" : "register.submit")}
          </Button>
        </form>
      </main>
    </>
  );
}

function Bar() {
  const { t } = useWords();
  return (
    <header className={styles.bar}>
      <Brand name={t("app.name")} place={t("app.place")} />
    </header>
  );
}

/** A code that has run out or been mistyped is asked for again here, so that nothing else is lost. */
function ProofAgain(props: {
  given: Proof;
  onChange: (given: Proof) => void;
  problems: readonly Problem[];
  error: string | undefined;
}) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const isOut = props.problems.some(({ code, field }) => field === "code" && code.startsWith("CODE_"));
  if (isOut && !asked) setAsked(true);
  if (!asked || isTicket(props.given)) return null;
  return (
    <CodeField
      id="code"
      label={t("register.code")}
      contact={props.given.contact}
      value={props.given.code}
      onChange={(code) => props.onChange({ contact: props.given.contact, code })}
      error={props.error}
    />
  );
}

function Person(props: FieldsProps & { districts: Props["districts"]; today: string }) {
  const { t } = useWords();
  const { answers, change, errorOf } = props;
  return (
    <>
      <TextField
        id="name"
        label={t("register.name")}
        hint={t("register.name.hint")}
        error={errorOf("name")}
        value={answers.name}
        onChange={(event) => change({ name: event.target.value })}
        autoComplete="name"
        maxLength={40}
        required
      />
      <TextField
        id="bornOn"
        type="date"
        label={t("register.born-on")}
        hint={t("register.born-on.hint")}
        error={errorOf("bornOn")}
        value={answers.bornOn}
        onChange={(event) => change({ bornOn: event.target.value })}
        min="1900-01-01"
        max={props.today}
        autoComplete="bday"
        required
      />
      <Select
        id="district"
        label={t("register.district")}
        hint={t("register.district.hint")}
        error={errorOf("district")}
        value={answers.district}
        onChange={(event) => change({ district: event.target.value })}
        required
      >
        <option value="">{t("register.district.choose")}</option>
        {props.districts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}

const languages = [
  { key: "zh-CN", label: "\u4e2d\u6587", lang: "zh-CN" },
  { key: "en", label: "English", lang: "en" },
] as const;

function Language() {
  const { t, locale } = useWords();
  return (
    <div className="stack stack-2">
      <p>
        <b>{t("register.language")}</b> <span className="small muted">{t("register.language.hint")}</span>
      </p>
      <div className="row">
        <Segmented
          label={t("register.language")}
          value={locale}
          segments={languages}
          onChange={(key: Locale) => setPreference("locale", key)}
        />
      </div>
    </div>
  );
}

/** After a vain try the focus goes to the first thing to put right. */
function useFocusOnWrong(errorOf: (field: Field) => string | undefined, round: number): void {
  const wrong = useRef<Field>(undefined);
  wrong.current = fields.find((field) => errorOf(field));
  useEffect(() => {
    const place = round > 0 && wrong.current ? document.getElementById(wrong.current) : null;
    const control = place?.matches("fieldset") ? place.querySelector("input") : place;
    control?.focus();
    place?.scrollIntoView({ block: "center" });
  }, [round]);
}
