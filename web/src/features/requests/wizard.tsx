import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Steps, WizardPage } from "../../ui/wizard.tsx";
import { ErrorSummary, focusOn, sentenceOf } from "./error-summary.tsx";
import { KeepingNotice, KeepingWords } from "./keeping-words.tsx";
import { LeaveWithDraft } from "./leave-with-draft.tsx";
import { StepCheck } from "./step-check.tsx";
import { StepChild } from "./step-child.tsx";
import { StepHow } from "./step-how.tsx";
import type { StepProps } from "./step-props.ts";
import { StepSubject } from "./step-subject.tsx";
import { StepTime } from "./step-time.tsx";
import { type AnswerError, errorsIn, type Step, steps } from "./steps.ts";
import { type Start, useDraft } from "./use-draft.ts";
import { useSubmit } from "./use-submit.ts";

type Props = { step: Step; skill: string; districts: StepProps["districts"]; start: Start };
/** What a vain "next" said, and how often it was pressed. */
type Refused = { step: Step; errors: readonly AnswerError[]; round: number };

const questions = { child: StepChild, subject: StepSubject, time: StepTime, how: StepHow };

/** Five questions, one a page. The answers live here, so that going back keeps them. */
export function Wizard({ step, skill, districts, start }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const draft = useDraft(start);
  const [consent, setConsent] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const { submit, busy, failure } = useSubmit({ draft, lessons: start.lessons, skill });
  const next = steps[steps.indexOf(step) + 1];
  const question = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a new question to read
  useEffect(() => arriveAt(question.current), [step]);
  const shown = refused?.step === step ? refused.errors : [];

  const refuse = (errors: readonly AnswerError[]) =>
    setRefused((before) => ({ step, errors, round: (before?.round ?? 0) + 1 }));
  const goOn = async (event: FormEvent) => {
    event.preventDefault();
    const found = errorsIn(draft.answers, start.lessons, consent);
    const errors = next ? found.filter((error) => error.step === step) : found;
    if (errors.length > 0) return refuse(errors);
    setRefused(undefined);
    if (next) return navigate({ to: "/requests/new/$step", params: { step: next } });
    const problems = await submit(consent);
    if (problems.length > 0) refuse(problems);
  };
  const fields: StepProps = {
    answers: draft.answers,
    change: draft.change,
    errorOf: (field) => {
      const error = [...(refused?.errors ?? [])].find((one) => one.step === step && one.field === field);
      return error && sentenceOf(error, t);
    },
    lessons: start.lessons,
    districts,
  };
  const Question = step === "check" ? undefined : questions[step];
  return (
    <WizardPage
      title={t("requests.wizard")}
      back={<BackLink step={step} />}
      save={<LeaveWithDraft draft={draft} />}
      steps={
        <Steps
          label={t("requests.steps")}
          steps={steps.map((one) => t(`requests.step.${one}`))}
          current={steps.indexOf(step)}
        />
      }
      place={t("requests.place", { number: steps.indexOf(step) + 1, count: steps.length })}
      questionRef={question}
      question={t(`requests.${step}.question`)}
      lead={step === "check" ? undefined : t(`requests.${step}.lead`)}
      action={<NextButton next={next} busy={busy} />}
      saved={<KeepingWords keeping={draft.keeping} />}
      onSubmit={(event) => void goOn(event)}
    >
      <KeepingNotice keeping={draft.keeping} onResolve={draft.resolve} />
      <ErrorSummary errors={shown} step={step} round={refused?.round ?? 0} />
      {failure}
      {Question ? <Question {...fields} /> : <StepCheck {...fields} consent={consent} onConsent={setConsent} />}
    </WizardPage>
  );
}

/** At the field that an error led to, else at the question; after the router has moved the focus itself. */
function arriveAt(question: HTMLElement | null): () => void {
  const timer = setTimeout(() => {
    const field = location.hash.slice(1);
    if (field) focusOn(field);
    else question?.focus({ preventScroll: true });
  }, 50);
  // Whoever was quicker is answering already: the focus is theirs.
  const leave = () => clearTimeout(timer);
  addEventListener("keydown", leave, { once: true, capture: true });
  return () => {
    leave();
    removeEventListener("keydown", leave, { capture: true });
  };
}

function BackLink({ step }: { step: Step }) {
  const { t } = useWords();
  const before = steps[steps.indexOf(step) - 1];
  const inside = (
    <>
      <Icon as={ChevronLeft} />
      <span>{t("requests.back")}</span>
    </>
  );
  const look = buttonClass({ tone: "quiet" });
  return before ? (
    <Link className={look} to="/requests/new/$step" params={{ step: before }}>
      {inside}
    </Link>
  ) : (
    <Link className={look} to="/requests">
      {inside}
    </Link>
  );
}

function NextButton({ next, busy }: { next: Step | undefined; busy: boolean }) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  if (next)
    return (
      <Button type="submit" tone="primary" block>
        {t("requests.next", { step: t(`requests.step.${next}`) })}
      </Button>
    );
  return (
    <Button type="submit" tone="primary" block busy={busy} disabled={offline}>
      {t(offline ? "requests.submit.offline" : "requests.submit")}
    </Button>
  );
}
