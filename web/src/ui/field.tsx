import { CircleX } from "lucide-react";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right, in one sentence. */
  error?: ReactNode;
};

type Wiring = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** Label, hint and error around any control; hands the control the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  id,
  children,
}: FieldText & { id?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const key = id ?? own;
  const described = cx(!!hint && `${key}-hint`, !!error && `${key}-error`);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={key}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${key}-hint`}>
          {hint}
        </p>
      )}
      {children({ id: key, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
      {error && (
        <p className={styles.error} id={`${key}-error`}>
          <Icon as={CircleX} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** Native inputs, because phones and password managers know them best. Spreads react-hook-form's `register`. */
export function TextField({ label, hint, error, id, className, ...input }: FieldText & ComponentPropsWithRef<"input">) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => <input {...input} {...wiring} className={cx(styles.input, className)} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  id,
  className,
  ...input
}: FieldText & ComponentPropsWithRef<"textarea">) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => <textarea {...input} {...wiring} className={cx(styles.input, className)} />}
    </Field>
  );
}

export function Select({ label, hint, error, id, className, ...input }: FieldText & ComponentPropsWithRef<"select">) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => <select {...input} {...wiring} className={cx(styles.input, className)} />}
    </Field>
  );
}

/** A box with its sentence: a setting, or a consent (never ticked for the person). */
export function Checkbox({ children, ...input }: ComponentPropsWithRef<"input">) {
  return (
    <label className={styles.check}>
      <input {...input} type="checkbox" />
      <span>{children}</span>
    </label>
  );
}

/** One big answer of a wizard's question; `type="radio"` where only one may stand. */
export function Choice(
  props: Omit<ComponentPropsWithRef<"input">, "children" | "type"> & {
    type?: "checkbox" | "radio";
    title: ReactNode;
    note?: ReactNode;
    /** A chip at the end: which subject is most urgent. */
    end?: ReactNode;
  },
) {
  const { title, note, end, type = "checkbox", ...input } = props;
  return (
    <label className={styles.choice}>
      <input {...input} type={type} />
      <span>
        <b>{title}</b>
        {note && <small>{note}</small>}
      </span>
      <span>{end}</span>
    </label>
  );
}
