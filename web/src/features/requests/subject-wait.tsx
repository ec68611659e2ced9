import { useQuery } from "@apollo/client/react";
import { useWords } from "../../lib/words.ts";
import { waitValues } from "./waiting.tsx";
import { ExpectedWaitDocument } from "./wizard.generated.ts";

/** How long others waited for this subject, in a line; no figure where none is known. */
export function SubjectWait({ subject, district }: { subject: string; district: string | null }) {
  const { t } = useWords();
  const { data, error } = useQuery(ExpectedWaitDocument, { variables: { subject, district } });
  if (error) return null;
  if (!data) return <>{t("requests.wait.reading")}</>;
  if (data.expectedWait.basis === 0) return <>{t("requests.wait.unknown")}</>;
  return <>{t("requests.wait.line", waitValues(data.expectedWait, t))}</>;
}
