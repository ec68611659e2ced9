import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { readContact } from "../../lib/contact.ts";
import { intents } from "../../lib/intents.ts";
import { preferences } from "../../lib/preferences.ts";
import { type Proof, proof } from "../../lib/proof.ts";
import { session } from "../../lib/session.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { type Answers, type Field, fieldOf, needsGuardian } from "./answers.ts";
import { forgetAnswers } from "./kept-answers.ts";
import { RegisterDocument, type RegisterMutationVariables } from "./register.generated.ts";

export type Problem = { field: Field | undefined; code: string; message: string };
type Input = Omit<RegisterMutationVariables["input"], "idempotencyKey">;

/** Sends the answers with the proof of the contact, and enters as the new person. */
export function useRegister(next: string | undefined) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ReactNode>();

  /** What the server has against it; empty once one is inside. */
  async function register(given: Proof, answers: Answers, today: string): Promise<readonly Problem[]> {
    const input = inputOf(given, answers, today);
    setBusy(true);
    setFailure(undefined);
    try {
      const idempotencyKey = intents.keyFor("register", input);
      const { data } = await client.mutate({
        mutation: RegisterDocument,
        variables: { input: { ...input, idempotencyKey } },
      });
      intents.answered("register", input);
      if (data?.register.viewer) {
        await session.enter(client);
        proof.set(undefined);
        forgetAnswers();
        // Without a skill nobody can ask them for anything.
        if (!next && answers.roles.includes("VOLUNTEER"))
          await navigate({ to: "/skills", search: { first: true }, replace: true });
        else await navigate({ to: next ?? "/", replace: true });
      }
      return (data?.register.problems ?? []).map(({ path, code, message }) => ({
        field: fieldOf(path),
        code,
        message,
      }));
    } catch (error) {
      setFailure(<FailurePanel error={error} />);
      return [];
    } finally {
      setBusy(false);
    }
  }
  return { register, busy, failure };
}

function inputOf({ contact, code }: Proof, answers: Answers, today: string): Input {
  const { name, bornOn, district, roles, guardianContact, guardianCode, guardianName } = answers;
  return {
    contact,
    code,
    name: name.trim(),
    bornOn,
    district,
    roles: [...roles],
    locale: preferences().locale === "en" ? "EN" : "ZH_CN",
    consents: answers.matching ? ["PRIVACY", "MATCHING"] : ["PRIVACY"],
    guardian: needsGuardian(answers, today)
      ? {
          contact: readContact(guardianContact) ?? guardianContact,
          code: guardianCode,
          name: guardianName.trim() || null,
        }
      : null,
    bearer: false,
  };
}
