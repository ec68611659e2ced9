import { useWords } from "../../lib/words.ts";
import { Summary } from "../../ui/summary.tsx";
import type { RequestWholeFragment } from "./request.generated.ts";
import { WindowLines } from "./window-lines.tsx";

/** What was asked for. */
export function RequestFacts({ request }: { request: RequestWholeFragment }) {
  const { t } = useWords();
  const wish = request.genderWish === "female" || request.genderWish === "male" ? request.genderWish : undefined;
  const lines = [
    { key: "subject", term: t("requests.step.subject"), value: request.title, note: request.note },
    {
      key: "time",
      term: t("requests.step.time"),
      value: <WindowLines windows={request.weekly} />,
      note: t("requests.rhythm", { count: request.sessionsPerWeek, minutes: request.sessionMinutes }),
    },
    {
      key: "how",
      term: t("requests.step.how"),
      value: t(`requests.mode.${request.mode}`),
      note: [request.district.name, wish && t(`requests.gender.${wish}`)].filter(Boolean).join(" · "),
    },
  ];
  return (
    <section className="card">
      <h2>{t("requests.facts")}</h2>
      <Summary lines={lines} />
    </section>
  );
}
