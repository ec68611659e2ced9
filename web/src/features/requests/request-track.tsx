import type { ReactNode } from "react";
import { clock, monthDay } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Track } from "../../ui/track.tsx";
import { NextLesson } from "./next-lesson.tsx";
import { progressOf, type Stage } from "./progress.ts";
import type { RequestWholeFragment } from "./request.generated.ts";
import { Waiting } from "./waiting.tsx";

/** The way of a request, step by step, with what is known of the present one. */
export function RequestTrack({ request }: { request: RequestWholeFragment }) {
  const { t, locale } = useWords();
  const { submittedAt, assignment } = request;
  const told: Partial<Record<Stage, ReactNode>> = {
    received: t("requests.number", { number: request.number }),
    matching: <Waiting request={request} />,
    confirming: assignment && t("requests.confirming.text", { name: assignment.person.name }),
    lessons: assignment && <NextLesson assignment={assignment} />,
  };
  const at = submittedAt && `${monthDay(submittedAt, locale)} ${clock(submittedAt, locale)}`;
  return (
    <section className="card">
      <h2>{t("requests.progress")}</h2>
      <Track
        label={t("requests.progress")}
        steps={progressOf(request.state).map(({ stage, state }) => ({
          key: stage,
          state,
          title: t(`requests.stage-of.${stage}`),
          time: stage === "received" ? at : undefined,
          children: (state === "current" || stage === "received") && told[stage],
        }))}
      />
    </section>
  );
}
