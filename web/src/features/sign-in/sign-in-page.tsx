import type { ReactNode } from "react";
import { type Locale, setPreference, usePreferences } from "../../lib/preferences.ts";
import { useWords } from "../../lib/words.ts";
import { Brand } from "../../ui/logo.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { DemoPeople } from "./demo-people.tsx";
import { DoorToday } from "./door-today.tsx";
import styles from "./sign-in.module.css";
import type { DoorDay, Persona, SignInActions } from "./sign-in-actions.ts";
import { SignInForm } from "./sign-in-form.tsx";

const languages = [
  { key: "zh-CN", label: "\u4e2d\u6587", lang: "zh-CN" },
  { key: "en", label: "English", lang: "en" },
] as const;

/** The front door: what this is, how today stands, and two ways in. */
export function SignInPage(props: {
  actions: SignInActions;
  people: readonly Persona[];
  today?: DoorDay | undefined;
  /** Verify a certificate, emergency numbers, privacy. */
  links?: ReactNode;
  /** What coming back from the identity service has brought. */
  problem?: ReactNode;
  onEntered: () => void;
  onUnregistered: (contact: string, code: string) => void;
}) {
  const { t, locale } = useWords();
  const { text } = usePreferences();
  const { actions, people } = props;
  return (
    <main className={styles.door}>
      <div className={styles.say}>
        <header className="row row-between">
          <Brand name={t("app.name")} place={t("app.place")} />
          <div className={styles.switches}>
            <Segmented
              label={t("app.language")}
              value={locale}
              segments={languages}
              onChange={(key: Locale) => setPreference("locale", key)}
            />
            <Segmented
              label={t("app.text")}
              value={text}
              segments={[
                { key: "normal", label: t("app.text.normal") },
                { key: "large", label: t("app.text.large"), fontSize: "var(--t-18)" },
              ]}
              onChange={(key) => setPreference("text", key)}
            />
          </div>
        </header>
        <div className={`stack stack-5 ${styles.words}`}>
          <h1 className={styles.vow} tabIndex={-1}>
            {t("sign-in.vow")}
          </h1>
          <p className={styles.lead}>{t("sign-in.lead")}</p>
        </div>
        {props.today && (
          // On a phone what went wrong comes first.
          <div className={props.problem ? "desk" : undefined}>
            <DoorToday today={props.today} />
          </div>
        )}
        <footer className={`row small ${styles.foot}`}>{props.links}</footer>
      </div>
      <div id="main" className={styles.in} tabIndex={-1}>
        {props.problem}
        <SignInForm
          actions={actions}
          demo={people.length > 0}
          onEntered={props.onEntered}
          onUnregistered={props.onUnregistered}
        />
        {actions.enterAs && people.length > 0 && (
          <DemoPeople people={people} enterAs={actions.enterAs} onEntered={props.onEntered} />
        )}
      </div>
    </main>
  );
}
