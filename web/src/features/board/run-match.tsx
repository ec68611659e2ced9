import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { GitCompare } from "lucide-react";
import { useConnection } from "../../lib/connection.ts";
import { failureOf } from "../../lib/errors.ts";
import { intents } from "../../lib/intents.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StartRunFromBoardDocument } from "./run-match.generated.ts";

/** Starts the matcher for the district and goes to where its proposal is reviewed. Nothing is changed by running it. */
export function RunMatch({ district }: { district: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const frozen = useConnection().state === "offline";
  const [start, { loading }] = useMutation(StartRunFromBoardDocument);
  const run = async () => {
    const idempotencyKey = intents.keyFor("startMatchRun", district);
    try {
      const { data } = await start({ variables: { input: { idempotencyKey, district } } });
      intents.answered("startMatchRun", district);
      const { matchRun, problems } = data?.startMatchRun ?? { problems: [] };
      if (matchRun) await navigate({ to: "/matcher/$runId", params: { runId: matchRun.id } });
      else toast(problems.map(({ message }) => message).join(" "));
    } catch (error) {
      toast(t(`app.failure.${failureOf(error).kind}`));
    }
  };
  return (
    <Button
      small
      className="desk"
      busy={loading}
      disabled={frozen}
      {...(frozen && { "aria-label": `${t("board.match")}: ${t("board.frozen")}` })}
      onClick={() => void run()}
    >
      <Icon as={GitCompare} />
      {t("board.match")}
    </Button>
  );
}
