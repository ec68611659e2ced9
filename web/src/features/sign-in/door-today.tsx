import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useWords } from "../../lib/words.ts";
import { DayBars } from "../../ui/day-bars.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LiveChip } from "../../ui/live-chip.tsx";
import type { DoorDay } from "./sign-in-actions.ts";

export function DoorToday({ today }: { today: DoorDay }) {
  const { t } = useWords();
  const heading = useId();
  const hours = today.hours.map((hour) => ({
    ...hour,
    value: hour.serving,
    label: t("sign-in.hour", { hour: hour.hour, count: hour.serving }),
  }));
  return (
    <section className="stack stack-2" aria-labelledby={heading}>
      <div className="row row-between">
        <h2 id={heading} className="title">
          {t("sign-in.day")}
        </h2>
        <LiveChip state="live">{t("sign-in.serving", { count: today.servingNow })}</LiveChip>
      </div>
      <DayBars label={t("sign-in.hours")} hours={hours} />
      <p className="small muted">
        {t("sign-in.open", { count: today.openPlaces })} · {t("sign-in.waiting", { count: today.requestsWaiting })}
      </p>
      {today.gap && (
        <p className="small">
          <Icon as={TriangleAlert} /> <b className="need">{t("sign-in.gap", today.gap)}</b>{" "}
          <span>{t("sign-in.gap.next")}</span>
        </p>
      )}
    </section>
  );
}
