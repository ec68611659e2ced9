import { type FormEvent, useRef, useState } from "react";
import { digitsMissing, readCode, readContact } from "../../lib/contact.ts";
import { serverNow, useNow } from "../../lib/now.ts";
import { useWords } from "../../lib/words.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused, SignInActions } from "./sign-in-actions.ts";

/** Seconds before another code may be asked for. */
const RESEND = 60;

type Props = {
  actions: SignInActions;
  /** In the demonstration nobody gets a letter: the code stands in the server's log. */
  demo?: boolean | undefined;
  onEntered: () => void;
  onUnregistered: (contact: string, code: string) => void;
};

/** Two steps in one place: where to send the code, then the code. */
export function SignInForm({ actions, demo, onEntered, onUnregistered }: Props) {
  const [sent, setSent] = useState<{ contact: string; at: number }>();
  const send = async (contact: string) => {
    const answer = await actions.sendCode(contact);
    if (answer === "sent") setSent({ contact, at: serverNow() });
    return answer;
  };
  if (!sent) return <ContactForm send={send} identityService={actions.identityService} />;
  return (
    <CodeForm
      contact={sent.contact}
      sentAt={sent.at}
      demo={demo}
      enter={(code) => actions.enter(sent.contact, code)}
      resend={() => send(sent.contact)}
      back={() => setSent(undefined)}
      onEntered={onEntered}
      onUnregistered={(code) => onUnregistered(sent.contact, code)}
    />
  );
}

function ContactForm({
  send,
  identityService,
}: {
  send: SignInActions["sendCode"];
  identityService: string | undefined;
}) {
  const { t } = useWords();
  const [state, setState] = useState<"ready" | "busy" | "unclear" | "failed" | Refused>("ready");
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const contact = readContact(field.current?.value ?? "");
    if (!contact) {
      setState("unclear");
      return field.current?.focus();
    }
    setState("busy");
    const answer = await send(contact);
    if (answer !== "sent") setState(answer);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t("sign-in.title")}</h2>
      {state === "failed" && <Failed />}
      <TextField
        ref={field}
        label={t("sign-in.contact")}
        error={state === "unclear" ? t("sign-in.contact.wrong") : refusedIn(state)}
        name="contact"
        autoComplete="username"
        inputMode="email"
        required
      />
      <Button type="submit" tone="primary" block busy={state === "busy"}>
        {t("sign-in.send")}
      </Button>
      {identityService && (
        <a className={buttonClass({ block: true })} href={identityService}>
          {t("sign-in.oidc")}
        </a>
      )}
    </form>
  );
}

type CodeProps = {
  contact: string;
  sentAt: number;
  demo: boolean | undefined;
  enter: (code: string) => ReturnType<SignInActions["enter"]>;
  resend: () => ReturnType<SignInActions["sendCode"]>;
  back: () => void;
  onEntered: () => void;
  onUnregistered: (code: string) => void;
};

function CodeForm({ contact, sentAt, demo, enter, resend, back, onEntered, onUnregistered }: CodeProps) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const [state, setState] = useState<"ready" | "busy" | "short" | "failed" | Refused>("ready");
  const wait = Math.ceil(RESEND - (useNow(1_000) - sentAt) / 1_000);
  const short = t("sign-in.code.short", { missing: digitsMissing(code) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (digitsMissing(code) > 0) return setState("short");
    setState("busy");
    const answer = await enter(code);
    if (answer === "entered") onEntered();
    else if (answer === "unregistered") onUnregistered(code);
    else setState(answer);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t("sign-in.title")}</h2>
      {state === "failed" && <Failed />}
      <TextField
        label={t("sign-in.code")}
        hint={t(demo ? "sign-in.code.hint.demo" : "sign-in.code.hint", { contact })}
        error={state === "short" ? short : refusedIn(state)}
        name="code"
        value={code}
        onChange={(event) => setCode(readCode(event.target.value))}
        autoComplete="one-time-code"
        inputMode="numeric"
        className="num"
        autoFocus
        required
      />
      <Button type="submit" tone="primary" block busy={state === "busy"}>
        {t("sign-in.enter")}
      </Button>
      <div className="row row-between">
        <Button tone="quiet" onClick={back}>
          {t("sign-in.back")}
        </Button>
        <Button
          tone="quiet"
          disabled={wait > 0}
          onClick={() => void resend().then((answer) => setState(answer === "sent" ? "ready" : answer))}
        >
          {wait > 0 ? t("sign-in.resend.wait", { seconds: wait }) : t("sign-in.resend")}
        </Button>
      </div>
    </form>
  );
}

const refusedIn = (state: string | Refused): string | undefined =>
  typeof state === "object" ? state.refused : undefined;

function Failed() {
  const { t } = useWords();
  return (
    <Notice tone="danger" role="alert" title={t("sign-in.failed")}>
      {t("sign-in.failed.next")}
    </Notice>
  );
}
