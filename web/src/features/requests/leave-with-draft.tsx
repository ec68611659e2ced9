import { useNavigate } from "@tanstack/react-router";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import type { Draft } from "./use-draft.ts";

/** Saves what is there and goes home; the wizard opens again where it was left. */
export function LeaveWithDraft({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const leave = async () => {
    await draft.saveNow();
    await navigate({ to: "/requests" });
    toast(t("requests.draft.kept"));
  };
  return (
    <Button tone="quiet" onClick={() => void leave()}>
      {t("requests.draft.save")}
    </Button>
  );
}
