import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { intents } from "../../lib/intents.ts";
import { StartMatchRunDocument } from "./runs.generated.ts";

/** Starts a run for a district (none: the whole city) and goes to watch it. */
export function useStartRun(district: string | undefined) {
  const navigate = useNavigate();
  const [start, { loading, error }] = useMutation(StartMatchRunDocument);
  const [problem, setProblem] = useState<string>();
  const act = async () => {
    const asked = district ? { district } : {};
    const { data } = await start({
      variables: { input: { ...asked, idempotencyKey: intents.keyFor("startMatchRun", asked) } },
    });
    intents.answered("startMatchRun", asked);
    const run = data?.startMatchRun.matchRun;
    setProblem(data?.startMatchRun.problems[0]?.message);
    if (run) await navigate({ to: "/matcher/$runId", params: { runId: run.id } });
  };
  return { start: () => void act().catch(() => {}), loading, error, problem };
}
