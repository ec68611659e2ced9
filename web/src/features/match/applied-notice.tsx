import { useWords } from "../../lib/words.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Applied } from "./use-run-acts.ts";

/** How many offers went out, and which proposals were left out because the world had moved on. */
export function AppliedNotice({ applied: { applied, skipped } }: { applied: Applied }) {
  const { t } = useWords();
  return (
    <div className="stack stack-2">
      <Notice tone="ok" role="status" title={t("match.applied", { count: applied ?? 0 })}>
        {t("match.applied.next")}
      </Notice>
      {skipped && skipped.length > 0 && (
        <section className="card stack stack-2" aria-labelledby="skipped">
          <h2 id="skipped" className="title">
            {t("match.skipped", { count: skipped.length })}
          </h2>
          <ul className="stack stack-2 small">
            {skipped.map(({ id, request, shift, person, staleReason }) => (
              <li key={id}>
                <b>
                  {request?.title ?? shift?.title} {request?.number && <span className="num">{request.number}</span>}
                  {person && ` · ${person.name}`}
                </b>{" "}
                <span className="muted">{staleReason ?? t("match.line.STALE")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
