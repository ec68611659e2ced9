import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { createElement, type ReactNode } from "react";
import { announceNow } from "../../lib/announce.ts";
import { intents } from "../../lib/intents.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { requestInput } from "./answers.ts";
import type { Lesson } from "./lessons.ts";
import { type AnswerError, errorFrom } from "./steps.ts";
import type { Draft } from "./use-draft.ts";
import { SubmitRequestDocument } from "./wizard.generated.ts";

type Submit = {
  /** Posts the request and goes to its page; answers what keeps it back. */
  submit: (consent: boolean) => Promise<readonly AnswerError[]>;
  busy: boolean;
  failure: ReactNode;
};

export function useSubmit({
  draft,
  lessons,
  skill,
}: {
  draft: Draft;
  lessons: readonly Lesson[];
  skill: string;
}): Submit {
  const { t } = useWords();
  const navigate = useNavigate();
  const [post, { loading, error }] = useMutation(SubmitRequestDocument);

  const submit = async (consent: boolean) => {
    const input = requestInput(draft.answers, lessons, { skill, consent });
    const idempotencyKey = intents.keyFor("submitRequest", input);
    await draft.saveNow();
    const answer = await post({
      variables: { input: { ...input, idempotencyKey } },
      // The home reads its list anew; the server has dropped the draft.
      update: (cache, { data }) => {
        if (!data?.submitRequest.request) return;
        cache.evict({ id: "ROOT_QUERY", fieldName: "myRequests" });
        cache.evict({ id: "ROOT_QUERY", fieldName: "myDraft" });
      },
    }).catch(() => undefined); // `error` shows it; the key stays for the next press
    if (!answer?.data) return [];
    intents.answered("submitRequest", input);
    const { request, problems } = answer.data.submitRequest;
    if (!request) return problems.map(errorFrom);
    await draft.end();
    await navigate({ to: "/requests/$id", params: { id: request.id } });
    const sent = t("requests.sent", { number: request.number });
    toast(sent);
    announceNow(sent);
    return [];
  };
  return { submit, busy: loading, failure: error && createElement(FailurePanel, { error }) };
}
