import { useQuery } from "@apollo/client/react";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { lessonsOf } from "./lessons.ts";
import { stepOf } from "./steps.ts";
import { RequestWizardDocument } from "./wizard.generated.ts";
import { Wizard } from "./wizard.tsx";

const route = getRouteApi("/requests/new/$step");

/** `/requests/new/:step`: reads the lists and the draft, then leaves the answers to the wizard. */
export function RequestWizard() {
  const { t } = useWords();
  const step = stepOf(route.useParams().step);
  const { data, error, refetch } = useQuery(RequestWizardDocument, { fetchPolicy: "network-only" });
  const skill = data?.skills.find(({ code }) => code === "tutoring");
  const lessons = useMemo(() => lessonsOf(skill?.specialisms ?? []), [skill]);
  if (!step) return <Navigate to="/requests/new/$step" params={{ step: "child" }} replace />;
  if (data?.viewer && skill) {
    const { person } = data.viewer;
    const start = { person: person.id, district: person.district?.id ?? null, lessons, draft: data.myDraft };
    return <Wizard key={person.id} step={step} skill={skill.id} districts={data.districts} start={start} />;
  }
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <h1 className="vh">{t("app.new-request")}</h1>
      {error ? <FailurePanel error={error} onRetry={() => void refetch()} /> : <Skeleton label={t("app.loading")} />}
    </main>
  );
}
