import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useWords } from "../../lib/words.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./requests.module.css";
import type { AnswerError, Step } from "./steps.ts";

/** What keeps this step from going on, each leading to its field. Takes the focus each time it appears anew (`round`). */
export function ErrorSummary({ errors, step, round }: { errors: readonly AnswerError[]; step: Step; round: number }) {
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (round > 0) box.current?.focus();
  }, [round]);
  if (errors.length === 0) return null;
  return (
    <section ref={box} tabIndex={-1} aria-label={t("requests.errors", { count: errors.length })}>
      <Notice
        tone="danger"
        title={t("requests.errors", { count: errors.length })}
        actions={
          <ul className={styles.errors}>
            {errors.map((error) => (
              <li key={`${error.field} ${sentenceOf(error, t)}`}>
                <ErrorLink error={error} step={step} />
              </li>
            ))}
          </ul>
        }
      />
    </section>
  );
}

export const sentenceOf = (error: AnswerError, t: ReturnType<typeof useWords>["t"]): string =>
  "message" in error ? error.message : t(error.word, error.values);

function ErrorLink({ error, step }: { error: AnswerError; step: Step }) {
  const { t } = useWords();
  const sentence = sentenceOf(error, t);
  if (!error.field) return <span>{sentence}</span>;
  if (error.step !== step)
    return (
      <Link to="/requests/new/$step" params={{ step: error.step }} hash={error.field}>
        {sentence}
      </Link>
    );
  return (
    <a
      href={`#${error.field}`}
      onClick={(event) => {
        event.preventDefault();
        focusOn(error.field);
      }}
    >
      {sentence}
    </a>
  );
}

/** The control itself, or the first one of a group. */
export function focusOn(field: string): void {
  const place = document.getElementById(field);
  const control = place?.matches("fieldset") ? place.querySelector<HTMLElement>("input") : place;
  (control ?? place)?.focus();
  place?.scrollIntoView({ block: "center" });
}
