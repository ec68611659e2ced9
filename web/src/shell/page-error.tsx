import type { ErrorComponentProps } from "@tanstack/react-router";
import { FailurePanel } from "./failure-panel.tsx";

/** The last resort: a screen whose code failed. Data errors are shown by the panel they belong to. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <FailurePanel error={error} onRetry={reset} />
    </main>
  );
}
