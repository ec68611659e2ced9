import { useMutation } from "@apollo/client/react";
import { type ReactNode, useState } from "react";
import { readCode } from "../../lib/contact.ts";
import { serverNow, useNow } from "../../lib/now.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RegisterCodeDocument } from "./register.generated.ts";

/** Seconds before another code may be asked for. */
const AGAIN = 60;

/** A code that goes to a contact on a press, and is typed here. */
export function CodeField(props: {
  id: string;
  label: string;
  /** Where it goes; `undefined` while that is not complete. */
  contact: string | undefined;
  value: string;
  onChange: (code: string) => void;
  error: ReactNode;
}) {
  const { t } = useWords();
  const [send, { loading, error }] = useMutation(RegisterCodeDocument);
  const [sent, setSent] = useState<{ contact: string; at: number }>();
  const [refused, setRefused] = useState<string>();
  const { contact } = props;
  const now = useNow(1_000);
  const wait = sent && sent.contact === contact ? Math.ceil(AGAIN - (now - sent.at) / 1_000) : 0;
  const ask = async () => {
    if (!contact) return;
    const { data } = await send({ variables: { input: { contact } } });
    const [problem] = data?.requestCode.problems ?? [];
    setRefused(problem?.message);
    if (data && !problem) setSent({ contact, at: serverNow() });
  };
  return (
    <div className="stack stack-2">
      <div className="row">
        <Button busy={loading} disabled={!contact || wait > 0} onClick={() => void ask().catch(() => {})}>
          {sendWord()}
        </Button>
      </div>
      {error && <FailurePanel error={error} />}
      {refused && <Notice tone="warn">{refused}</Notice>}
      <TextField
        id={props.id}
        label={props.label}
        hint={sent && t("register.code.sent", { contact: sent.contact })}
        error={props.error}
        value={props.value}
        onChange={(event) => props.onChange(readCode(event.target.value))}
        autoComplete="one-time-code"
        inputMode="numeric"
        className="num"
      />
    </div>
  );

  function sendWord(): string {
    if (!contact) return t("register.code.no-contact");
    return wait > 0
      ? t("register.code.wait", { seconds: wait })
      : t(sent ? "register.code.again" : "register.code.send");
  }
}
