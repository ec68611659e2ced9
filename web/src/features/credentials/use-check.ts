import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { CheckCredentialDocument, type CredentialToCheckFragment } from "./queue.generated.ts";

export type Checked = { id: string; words: string };

/** One of two checks. Not optimistic: a check counts when the server has written it down. */
export function useCheck(options: {
  credential: CredentialToCheckFragment;
  onChecked: (checked: Checked) => void;
  onStale: () => void;
}) {
  const { t } = useWords();
  const [send, { loading, error }] = useMutation(CheckCredentialDocument);
  const [problems, setProblems] = useState<readonly { code: string; message: string }[]>([]);
  const { id, version, name, holder } = options.credential;

  /** True once it is written down. */
  async function check(approve: boolean, reason: string | null = null): Promise<boolean> {
    const input = { credential: id, expectedVersion: version, approve, reason };
    const answer = (await send({ variables: { input } }).catch(() => undefined))?.data?.checkCredential;
    setProblems(answer?.problems ?? []);
    const [problem] = answer?.problems ?? [];
    if (problem?.code === "VERSION_STALE" || problem?.code === "CREDENTIAL_STATE") options.onStale();
    const state = answer?.credential?.state;
    if (!state) return false;
    const word = state === "VERIFIED" || state === "REJECTED" ? state : "SUBMITTED";
    options.onChecked({ id, words: t(`credentials.done.${word}`, { name: holder.name, credential: name }) });
    return true;
  }
  return { check, loading, error, problems };
}
