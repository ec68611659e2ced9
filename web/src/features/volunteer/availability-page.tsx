import { useQuery } from "@apollo/client/react";
import { getRouteApi } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { AvailabilityDocument } from "./availability.generated.ts";
import { AvailabilityForm } from "./availability-form.tsx";
import styles from "./volunteer.module.css";

const route = getRouteApi("/inside/availability");

/** When and how much one can serve. Nothing already confirmed is touched by it. */
export function AvailabilityPage() {
  const { t } = useWords();
  const { first = false } = route.useSearch();
  const { data, error, refetch } = useQuery(AvailabilityDocument, { fetchPolicy: "cache-and-network" });
  const told = data?.viewer?.availability;
  return (
    <>
      <PageHead title={t("volunteer.availability")} />
      <main id="main" className={`wrap stack stack-5 ${styles.narrow}`} tabIndex={-1}>
        <p className="muted">{t(first ? "volunteer.availability.first" : "volunteer.availability.lead")}</p>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {told && <AvailabilityForm key={told.version} told={told} first={first} onStale={() => void refetch()} />}
        {!told && !error && <Skeleton rows={8} height={44} label={t("app.loading")} />}
      </main>
    </>
  );
}
