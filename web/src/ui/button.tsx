import { Loader } from "lucide-react";
import type { ComponentPropsWithRef, MouseEvent } from "react";
import styles from "./button.module.css";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

export type ButtonLook = {
  /** At most one primary on a screen. */
  tone?: "primary" | "default" | "quiet" | "danger";
  /** Dense on fine pointers, 44 px on touch. */
  small?: boolean;
  /** Holds one icon only; then `aria-label` is required. */
  icon?: boolean;
  block?: boolean;
};

export type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithRef<"button">, "disabled"> & {
    /** Waiting for an answer: hatched, announces itself, ignores presses. */
    busy?: boolean;
    /** Why it cannot be pressed now. It stays focusable, so that the reason can be read; put the reason into the label. */
    disabled?: boolean;
  };

/** The look alone, for a router's link that acts as a button. */
export function buttonClass({ tone = "default", small, icon, block }: ButtonLook = {}): string {
  return cx(
    styles.button,
    tone !== "default" && styles[tone],
    small && styles.small,
    icon && styles.icon,
    block && styles.block,
  );
}

export function Button({
  tone,
  small,
  icon,
  block,
  busy,
  disabled,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const idle = busy || disabled;
  const press = (event: MouseEvent<HTMLButtonElement>) => (idle ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      className={cx(buttonClass({ tone: tone ?? "default", small: !!small, icon: !!icon, block: !!block }), className)}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={idle || undefined}
    >
      {busy && <Icon as={Loader} />}
      {busy && icon ? null : children}
    </button>
  );
}
