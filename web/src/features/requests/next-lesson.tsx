import { CalendarClock } from "lucide-react";
import { span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";

type Helping = { startsAt: string | null; endsAt: string | null; person: { name: string } };

/** When the next lesson is, and with whom. */
export function NextLesson({ assignment: { startsAt, endsAt, person } }: { assignment: Helping }) {
  const { t, locale } = useWords();
  if (!startsAt || !endsAt) return <p className="small muted">{t("requests.lesson.none", { name: person.name })}</p>;
  return (
    <p>
      <Icon as={CalendarClock} /> {t("requests.lesson")}{" "}
      <time dateTime={startsAt}>{span(startsAt, endsAt, locale)}</time>
      {" · "}
      {person.name}
    </p>
  );
}
