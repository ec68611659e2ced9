import { type FormEvent, useRef, useState } from "react";
import { serverNow, useNow } from "../../lib/now.ts";
import { useWords } from "../../lib/words.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { digitsMissing, readCode, readContact } from "./contact.ts";
import type { SignInActions } from "./sign-in-actions.ts";

/** Seconds before another code may be asked for. */
const RESEND = 60;

type Props = { actions: SignInActions; onEntered: () => void };

/** Two steps in one place: where to send the code, then the code. */
export function SignInForm({ actions, onEntered }: Props) {
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
      enter={(code) => actions.enter(sent.contact, code)}
      resend={() => send(sent.contact)}
      back={() => setSent(undefined)}
      onEntered={onEntered}
    />
  );
}

function ContactForm({
  send,
  identityService,
}: {
  send: (contact: string) => Promise<"sent" | "failed">;
  identityService: string | undefined;
}) {
  const { t } = useWords();
  const [state, setState] = useState<"ready" | "busy" | "unclear" | "failed">("ready");
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const contact = readContact(field.current?.value ?? "");
    if (!contact) {
      setState("unclear");
      return field.current?.focus();
    }
    setState("busy");
    if ((await send(contact)) === "failed") setState("failed");
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t("sign-in.title")}</h2>
      {state === "failed" && <Failed />}
      <TextField
        ref={field}
        label={t("sign-in.contact")}
        error={state === "unclear" && t("sign-in.contact.wrong")}
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
  enter: (code: string) => Promise<"entered" | "wrong" | "failed">;
  resend: () => Promise<"sent" | "failed">;
  back: () => void;
  onEntered: () => void;
};

function CodeForm({ contact, sentAt, enter, resend, back, onEntered }: CodeProps) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const [state, setState] = useState<"ready" | "busy" | "short" | "wrong" | "failed">("ready");
  const wait = Math.ceil(RESEND - (useNow(1_000) - sentAt) / 1_000);
  const errors = { short: t("sign-in.code.short", { missing: digitsMissing(code) }), wrong: t("sign-in.code.wrong") };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (digitsMissing(code) > 0) return setState("short");
    setState("busy");
    const answer = await enter(code);
    if (answer === "entered") onEntered();
    else setState(answer);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t("sign-in.title")}</h2>
      {state === "failed" && <Failed />}
      <TextField
        label={t("sign-in.code")}
        hint={t("sign-in.code.hint", { contact })}
        error={(state === "short" || state === "wrong") && errors[state]}
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
          onClick={() => resend().then((answer) => answer === "failed" && setState("failed"))}
        >
          {wait > 0 ? t("sign-in.resend.wait", { seconds: wait }) : t("sign-in.resend")}
        </Button>
      </div>
    </form>
  );
}

function Failed() {
  const { t } = useWords();
  return (
    <Notice tone="danger" role="alert" title={t("sign-in.failed")}>
      {t("sign-in.failed.next")}
    </Notice>
  );
}
