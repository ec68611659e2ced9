import type { ForWhom } from "@shouwang/schema/types";
import { useWords } from "../../lib/words.ts";
import { Select } from "../../ui/field.tsx";
import { gradesTaught, stageOf, stages } from "./lessons.ts";
import styles from "./requests.module.css";
import { StepFieldset } from "./step-fieldset.tsx";
import type { StepProps } from "./step-props.ts";

/** Households with a child at home; the other circumstances of the city's list ask for other kinds of help. */
const circumstances = [
  "MEDIC_FAMILY",
  "QUARANTINED",
  "INFECTED",
  "UNDIAGNOSED",
  "RESIDENT",
] as const satisfies readonly ForWhom[];

export function StepChild({ answers, change, errorOf, lessons }: StepProps) {
  const { t } = useWords();
  const taught = gradesTaught(lessons);
  return (
    <>
      <StepFieldset legend={t("requests.child.question")} error={errorOf("grade")} id="grade">
        {stages
          .filter((stage) => taught.some((grade) => stageOf(grade) === stage))
          .map((stage) => (
            <div key={stage} className={styles.stage}>
              <b className="small muted" aria-hidden="true">
                {t(`requests.stage.${stage}`)}
              </b>
              <div className={styles.grades}>
                {taught
                  .filter((grade) => stageOf(grade) === stage)
                  .map((grade) => (
                    <label key={grade} className={styles.grade}>
                      <input
                        type="radio"
                        name="grade"
                        checked={answers.grade === grade}
                        onChange={() => change({ grade })}
                      />
                      <span>{t(`requests.grade.${grade}`)}</span>
                    </label>
                  ))}
              </div>
            </div>
          ))}
      </StepFieldset>
      <Select
        id="for-whom"
        label={t("requests.for-whom")}
        hint={t("requests.for-whom.hint")}
        value={answers.forWhom}
        onChange={(event) => change({ forWhom: event.target.value as ForWhom })}
      >
        {circumstances.map((one) => (
          <option key={one} value={one}>
            {t(`requests.for-whom.${one}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
