import { type Failure, failureOf } from "../lib/errors.ts";
import { useWords } from "../lib/words.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/states.tsx";

/** An error of one panel in words, with the way to try again. */
export function FailurePanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const failure: Failure = failureOf(error);
  const retry = onRetry && (
    <Button small onClick={onRetry}>
      {t("app.retry")}
    </Button>
  );
  return (
    <ErrorPanel title={t(`app.failure.${failure.kind}`)} retry={retry}>
      {t(`app.failure.${failure.kind}.next`, { id: failure.correlationId ?? "–" })}
    </ErrorPanel>
  );
}
