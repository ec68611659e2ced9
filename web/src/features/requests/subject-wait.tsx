import { useQuery } from "@apollo/client/react";
import { useWords } from "../../lib/words.ts";
import { spanOf } from "./wait-scale.ts";
import { ExpectedWaitDocument } from "./wizard.generated.ts";

/** How long others waited for this subject, in a line; no figure where none is known. */
export function SubjectWait({ subject, district }: { subject: string; district: string | null }) {
  const { t } = useWords();
  const { data, error } = useQuery(ExpectedWaitDocument, { variables: { subject, district } });
  if (error) return null;
  if (!data) return <>{t("requests.wait.reading")}</>;
  const { basis, shortMinutes, medianMinutes, longMinutes } = data.expectedWait;
  if (basis === 0) return <>{t("requests.wait.unknown")}</>;
  const say = (minutes: number) => {
    const { unit, count } = spanOf(minutes);
    return t(`requests.span.${unit}`, { count });
  };
  return <>{t("requests.wait.line", { median: say(medianMinutes), from: say(shortMinutes), to: say(longMinutes) })}</>;
}
