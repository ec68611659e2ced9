import { useMutation } from "@apollo/client/react";
import { Eye } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type CredentialToCheckFragment, RevealCredentialNumberDocument } from "./queue.generated.ts";

/** By its last four; whole on a press, which leaves a note of who looked. Never kept: it goes with the panel. */
export function CredentialNumber({ credential }: { credential: CredentialToCheckFragment }) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [reveal, { loading }] = useMutation(RevealCredentialNumberDocument, { fetchPolicy: "no-cache" });
  const [shown, setShown] = useState<string>();
  if (!credential.numberMasked) return t("credentials.number.none");
  const look = async () => {
    const answer = await reveal({ variables: { input: { credential: credential.id } } }).catch(() => undefined);
    const told = answer?.data?.revealCredentialNumber;
    setShown(told?.number ?? told?.problems[0]?.message ?? t("credentials.number.failed"));
  };
  return (
    <span className="row">
      <span className="mono" role="status">
        {shown ?? credential.numberMasked}
      </span>
      {!shown && credential.mayCheck.allowed && (
        <Button small tone="quiet" busy={loading} disabled={offline} onClick={() => void look()}>
          <Icon as={Eye} />
          <span>{t("credentials.number.show")}</span>
        </Button>
      )}
    </span>
  );
}
