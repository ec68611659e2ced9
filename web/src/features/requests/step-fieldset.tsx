import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import styles from "./requests.module.css";

/** Several controls that answer one question. The page's heading asks it; the legend repeats it for screen readers. */
export function StepFieldset(props: {
  id: string;
  legend: string;
  shown?: boolean;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset id={props.id} tabIndex={-1} aria-describedby={props.error && `${props.id}-error`}>
      <legend className={props.shown ? styles.legend : "vh"}>{props.legend}</legend>
      {props.error && (
        <p className={styles.error} id={`${props.id}-error`}>
          <Icon as={CircleX} />
          <span>{props.error}</span>
        </p>
      )}
      {props.children}
    </fieldset>
  );
}
