import { useWords } from "../../lib/words.ts";
import { Select } from "../../ui/field.tsx";
import styles from "./requests.module.css";
import { StepFieldset } from "./step-fieldset.tsx";
import type { StepProps } from "./step-props.ts";
import { WeekTable } from "./week-table.tsx";

const sessions = [1, 2, 3, 4, 5, 6, 7];
const lengths = [45, 60, 90, 120];
/** Most pressing last, as the server counts them. */
const urgencies = [0, 1, 2, 3] as const;

export function StepTime({ answers, change, errorOf }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <StepFieldset id="week" legend={t("requests.time.question")} error={errorOf("week")}>
        <WeekTable chosen={answers.cells} onChange={(cells) => change({ cells })} />
      </StepFieldset>
      <div className={styles.pair}>
        <Select
          id="sessions"
          label={t("requests.sessions")}
          value={answers.sessionsPerWeek}
          onChange={(event) => change({ sessionsPerWeek: Number(event.target.value) })}
        >
          {sessions.map((count) => (
            <option key={count} value={count}>
              {t("requests.sessions.count", { count })}
            </option>
          ))}
        </Select>
        <Select
          id="minutes"
          label={t("requests.minutes")}
          value={answers.sessionMinutes}
          onChange={(event) => change({ sessionMinutes: Number(event.target.value) })}
        >
          {lengths.map((count) => (
            <option key={count} value={count}>
              {t("requests.span.minutes", { count })}
            </option>
          ))}
        </Select>
      </div>
      <Select
        id="urgency"
        label={t("requests.urgency")}
        value={answers.urgency}
        onChange={(event) => change({ urgency: Number(event.target.value) })}
      >
        {urgencies.map((urgency) => (
          <option key={urgency} value={urgency}>
            {t(`requests.urgency.${urgency}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
