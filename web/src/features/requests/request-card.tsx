import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { Chip } from "../../ui/chip.tsx";
import { NextLesson } from "./next-lesson.tsx";
import { progressOf, toneOf } from "./progress.ts";
import { RequestCardFragmentDoc } from "./requests.generated.ts";
import styles from "./requests.module.css";
import { Waiting } from "./waiting.tsx";

/** One request in the family's list. Reads its own fragment: an event about it redraws only this card. */
export function RequestCard({ id }: { id: string }) {
  const { t } = useWords();
  const { data, complete } = useFragment({
    fragment: RequestCardFragmentDoc,
    fragmentName: "RequestCard",
    from: { __typename: "Request", id },
  });
  if (!complete) return null;
  const { state, assignment } = data;
  return (
    <li className={styles.card}>
      <div className="row row-between">
        <h2 className="title">
          <Link to="/requests/$id" params={{ id }} className={styles.open}>
            {data.title}
          </Link>
        </h2>
        <span className="muted small num">{data.number}</span>
        <Chip {...chipTone(toneOf(state))}>{t(`requests.state.${state}`)}</Chip>
      </div>
      {state !== "CANCELLED" && <Progress state={state} />}
      {state === "OPEN" && <Waiting request={data} />}
      {state === "MATCHED" && assignment && <p>{t("requests.found", { name: assignment.person.name })}</p>}
      {state === "ACTIVE" && assignment && <NextLesson assignment={assignment} />}
    </li>
  );
}

const chipTone = (tone: ReturnType<typeof toneOf>) => (tone ? { tone } : {});

/** The four steps in a line; each says its name, and where the request is. */
function Progress({ state }: { state: Parameters<typeof progressOf>[0] }) {
  const { t } = useWords();
  return (
    <ol className={styles.progress} aria-label={t("requests.progress")}>
      {progressOf(state).map((step) => (
        <li key={step.stage} data-state={step.state} aria-current={step.state === "current" ? "step" : undefined}>
          {t(`requests.stage-of.${step.stage}`)}
        </li>
      ))}
    </ol>
  );
}
