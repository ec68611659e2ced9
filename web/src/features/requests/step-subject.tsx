import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Choice, TextArea } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { lessonsIn, wishedLessons } from "./lessons.ts";
import styles from "./requests.module.css";
import { StepFieldset } from "./step-fieldset.tsx";
import type { StepProps } from "./step-props.ts";
import { lengthOf, NOTE } from "./steps.ts";
import { subjectName } from "./subject-name.ts";
import { SubjectWait } from "./subject-wait.tsx";

export function StepSubject({ answers, change, errorOf, lessons }: StepProps) {
  const { t } = useWords();
  const wished = wishedLessons(lessons, answers.grade, answers.subjects);
  const subjects = wished.map(({ subject }) => subject);
  const toggle = (subject: string) =>
    change({
      subjects: subjects.includes(subject) ? subjects.filter((one) => one !== subject) : [...subjects, subject],
    });
  const putFirst = (subject: string) => change({ subjects: [subject, ...subjects.filter((one) => one !== subject)] });
  return (
    <>
      <StepFieldset id="subjects" legend={t("requests.subject.question")} error={errorOf("subjects")}>
        {!answers.grade && <GradeFirst />}
        {lessonsIn(lessons, answers.grade).map((lesson) => (
          <Choice
            key={lesson.id}
            name="subject"
            value={lesson.subject}
            checked={subjects.includes(lesson.subject)}
            onChange={() => toggle(lesson.subject)}
            title={subjectName(lesson, t)}
            note={<SubjectWait subject={lesson.id} district={answers.district} />}
            end={
              subjects.length > 1 && subjects[0] === lesson.subject && <Chip tone="pine">{t("requests.first")}</Chip>
            }
          />
        ))}
      </StepFieldset>
      {wished.length > 1 && (
        <div className={styles.first}>
          <b>{t("requests.first.question")}</b>
          <Segmented
            label={t("requests.first.question")}
            value={subjects[0]!}
            segments={[...wished]
              .sort((one, other) => lessons.indexOf(one) - lessons.indexOf(other))
              .map((lesson) => ({ key: lesson.subject, label: subjectName(lesson, t) }))}
            onChange={putFirst}
          />
        </div>
      )}
      <div className="stack stack-1">
        <TextArea
          id="note"
          label={t("requests.note")}
          hint={t("requests.note.hint")}
          error={errorOf("note")}
          value={answers.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <p className="small muted">{t("requests.note.count", { count: lengthOf(answers.note), most: NOTE })}</p>
      </div>
    </>
  );
}

/** Which subjects there are depends on the grade. */
function GradeFirst() {
  const { t } = useWords();
  const back = (
    <Link className={buttonClass({ small: true })} to="/requests/new/$step" params={{ step: "child" }}>
      {t("requests.step.child")}
    </Link>
  );
  return (
    <Notice title={t("requests.error.grade")} actions={back}>
      {t("requests.subject.grade-first")}
    </Notice>
  );
}
