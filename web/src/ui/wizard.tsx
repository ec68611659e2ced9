import type { FormEventHandler, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import styles from "./wizard.module.css";

/** One question on a page: bar, form, and the one action that stays under the thumb. */
export function WizardPage(props: {
  title: ReactNode;
  back: ReactNode;
  save?: ReactNode;
  steps: ReactNode;
  /** "Step 2 of 5 · grade 8". */
  place: ReactNode;
  question: ReactNode;
  /** Focus it when the step changes. */
  questionRef?: Ref<HTMLHeadingElement>;
  lead?: ReactNode;
  children: ReactNode;
  /** A submit button; Enter in the form presses it too. */
  action: ReactNode;
  saved?: ReactNode;
  onSubmit: FormEventHandler<HTMLFormElement>;
}) {
  return (
    <>
      <header className={styles.bar}>
        {props.back}
        <b>{props.title}</b>
        {props.save ?? <span />}
      </header>
      <form className={styles.wizard} onSubmit={props.onSubmit} noValidate>
        <main id="main" className={cx(styles.narrow, "stack stack-5")} tabIndex={-1}>
          <div>
            {props.steps}
            <p className="muted small">{props.place}</p>
            <h1 className={styles.question} ref={props.questionRef} tabIndex={-1}>
              {props.question}
            </h1>
            {props.lead && <p className="muted">{props.lead}</p>}
          </div>
          {props.children}
        </main>
        <div className={styles.actions}>
          <div className="stack stack-1">
            {props.action}
            <p className="tiny muted" role="status">
              {props.saved}
            </p>
          </div>
        </div>
      </form>
    </>
  );
}

/** Where one is in a wizard. `current` counts from 0. */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  return (
    <nav className={styles.steps} aria-label={label}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            data-state={index < current ? "done" : undefined}
            aria-current={index === current ? "step" : undefined}
          >
            {step}
          </li>
        ))}
      </ol>
    </nav>
  );
}
