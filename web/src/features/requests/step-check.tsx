import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { CircleStop, Eye, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../../lib/words.ts";
import { Checkbox } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Summary } from "../../ui/summary.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import type { Answers } from "./answers.ts";
import { ExpectedWait } from "./expected-wait.tsx";
import { grades, wishedLessons } from "./lessons.ts";
import { StepFieldset } from "./step-fieldset.tsx";
import type { StepProps } from "./step-props.ts";
import type { Step } from "./steps.ts";
import { subjectName } from "./subject-name.ts";
import { windowsOf } from "./week.ts";
import { WindowLines } from "./window-lines.tsx";
import { ExpectedWaitDocument } from "./wizard.generated.ts";

type Props = StepProps & { consent: boolean; onConsent: (given: boolean) => void };

export function StepCheck({ answers, errorOf, lessons, districts, consent, onConsent }: Props) {
  const { t } = useWords();
  const first = wishedLessons(lessons, answers.grade, answers.subjects)[0];
  return (
    <>
      <Summary lines={useLines({ answers, lessons, districts })} />
      {first && <FirstWait subject={first.id} district={answers.district} />}
      <section className="stack stack-2">
        <h2 className="title">{t("requests.privacy")}</h2>
        <ul className="stack stack-2 small icon-list">
          <li>
            <Icon as={Eye} /> <span>{t("requests.privacy.seen")}</span>
          </li>
          <li>
            <Icon as={ShieldCheck} /> <span>{t("requests.privacy.checked")}</span>
          </li>
          <li>
            <Icon as={CircleStop} /> <span>{t("requests.privacy.close")}</span>
          </li>
        </ul>
      </section>
      <StepFieldset id="consent" legend={t("requests.consent.legend")} error={errorOf("consent")}>
        <Checkbox checked={consent} onChange={(event) => onConsent(event.target.checked)}>
          {t("requests.consent")}
        </Checkbox>
      </StepFieldset>
    </>
  );
}

function FirstWait({ subject, district }: { subject: string; district: string | null }) {
  const { data } = useQuery(ExpectedWaitDocument, { variables: { subject, district } });
  return data ? <ExpectedWait wait={data.expectedWait} /> : null;
}

function useLines({ answers, lessons, districts }: Pick<StepProps, "answers" | "lessons" | "districts">) {
  const { t } = useWords();
  const grade = grades.find((one) => one === answers.grade);
  const wished = wishedLessons(lessons, answers.grade, answers.subjects).map((lesson) => subjectName(lesson, t));
  const rhythm = { count: answers.sessionsPerWeek, minutes: answers.sessionMinutes };
  const windows = windowsOf(answers.cells);
  const line = (step: Step, value: ReactNode, note?: string) => ({
    key: step,
    term: t(`requests.step.${step}`),
    value: value || <span className="muted">{t("requests.missing")}</span>,
    note,
    change: <ChangeLink step={step} />,
  });
  return [
    line("child", grade && t(`requests.grade.${grade}`), t(`requests.for-whom.${answers.forWhom}`)),
    line(
      "subject",
      wished.join(t("requests.and")),
      [wished.length > 1 && t("requests.first.is", { subject: wished[0] }), answers.note].filter(Boolean).join(" · "),
    ),
    line("time", windows.length > 0 && <WindowLines windows={windows} />, t("requests.rhythm", rhythm)),
    line("how", answers.mode ? t(`requests.mode.${answers.mode}`) : undefined, howNote(answers, districts, t)),
  ];
}

function howNote(answers: Answers, districts: StepProps["districts"], t: ReturnType<typeof useWords>["t"]): string {
  const district = districts.find(({ id }) => id === answers.district)?.name;
  const wish = answers.genderWish && t(`requests.gender.${answers.genderWish}`);
  return [district, wish].filter(Boolean).join(" · ");
}

function ChangeLink({ step }: { step: Step }) {
  const { t } = useWords();
  return (
    <Link to="/requests/new/$step" params={{ step }}>
      {t("requests.change")} <VisuallyHidden>{t(`requests.step.${step}`)}</VisuallyHidden>
    </Link>
  );
}
