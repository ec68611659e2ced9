import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { intents } from "../../lib/intents.ts";
import { SubmitCredentialDocument } from "./mine.generated.ts";
import type { Field, NewCredential } from "./new-credential.ts";

export type Problem = { field: Field | undefined; message: string };

/** Hands in a proof; one press has one effect, however often the line breaks. */
export function useSubmit() {
  const [send, { loading, error }] = useMutation(SubmitCredentialDocument);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  /** True once it is handed in. */
  async function submit(filled: NewCredential): Promise<boolean> {
    const input = { ...filled, issuer: filled.issuer.trim(), number: filled.number.trim() || null };
    const idempotencyKey = intents.keyFor("submitCredential", input);
    const { data } = await send({ variables: { input: { ...input, idempotencyKey } } });
    intents.answered("submitCredential", input);
    const told = data?.submitCredential.problems ?? [];
    setProblems(told.map(({ path, message }) => ({ field: path[0] as Field | undefined, message })));
    return !!data?.submitCredential.credential;
  }
  return { submit, loading, error, problems };
}
