import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { day } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Meter } from "../../ui/meter.tsx";
import type { VolunteerHomeQuery } from "./home.generated.ts";

type Load = NonNullable<NonNullable<VolunteerHomeQuery["viewer"]>["person"]["load"]>;

const inHours = (minutes: number): number => Math.round(minutes / 6) / 10;

/** This week against one's own limits. */
export function HoursServed({ load }: { load: Load }) {
  const { t, locale } = useWords();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="section">
        <h2 id={heading}>{t("volunteer.hours")}</h2>
        <Link to="/availability">{t("volunteer.my-limits")}</Link>
      </div>
      <div className="card stack stack-3">
        <Meter
          label={t("volunteer.hours.week")}
          words={t("volunteer.hours.of", { hours: inHours(load.weekMinutes), limit: inHours(load.weekLimitMinutes) })}
          value={Math.min(load.weekMinutes, load.weekLimitMinutes)}
          limit={load.weekLimitMinutes}
        />
        <Meter
          label={t("volunteer.standing")}
          words={t("volunteer.standing.of", { count: load.assignments, limit: load.assignmentLimit })}
          value={Math.min(load.assignments, load.assignmentLimit)}
          limit={load.assignmentLimit}
        />
        <p className="tiny muted">
          {t("volunteer.shifts.week", { count: load.weekShifts })}
          {load.lastServedAt && ` ${t("volunteer.last-served", { day: day(load.lastServedAt, locale) })}`}
        </p>
      </div>
    </section>
  );
}
