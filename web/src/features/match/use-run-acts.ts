import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { intents } from "../../lib/intents.ts";
import {
  ApplyMatchRunDocument,
  type ApplyMatchRunMutation,
  DiscardMatchRunDocument,
  type RunFiguresFragment,
  StopMatchRunDocument,
} from "./match.generated.ts";

export type Applied = Pick<ApplyMatchRunMutation["applyMatchRun"], "applied" | "skipped">;

/** What can be done with a run: apply the chosen part, put it away, stop it. */
export function useRunActs({ id, version }: Pick<RunFiguresFragment, "id" | "version">) {
  const [apply, applying] = useMutation(ApplyMatchRunDocument);
  const [discard, discarding] = useMutation(DiscardMatchRunDocument);
  const [stop, stopping] = useMutation(StopMatchRunDocument);
  const [problem, setProblem] = useState<string>();
  const [applied, setApplied] = useState<Applied>();
  const input = { matchRun: id, expectedVersion: version };
  return {
    applied,
    problem,
    error: applying.error ?? discarding.error ?? stopping.error,
    busy: applying.loading || discarding.loading || stopping.loading,
    async apply(proposals: string[]) {
      const asked = { matchRun: id, proposals };
      const { data } = await apply({
        variables: { input: { ...asked, idempotencyKey: intents.keyFor("applyMatchRun", asked) } },
      });
      intents.answered("applyMatchRun", asked);
      const answer = data?.applyMatchRun;
      setProblem(answer?.problems[0]?.message);
      if (answer?.problems.length === 0) setApplied(answer);
    },
    async discard() {
      const { data } = await discard({ variables: { input } });
      setProblem(data?.discardMatchRun.problems[0]?.message);
    },
    async stop() {
      const { data } = await stop({ variables: { input } });
      setProblem(data?.stopMatchRun.problems[0]?.message);
    },
  };
}
