import { useQuery } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { MatchDistrictsDocument } from "./runs.generated.ts";
import { RunsPage } from "./runs-page.tsx";

const route = getRouteApi("/inside/matcher");

export function RunsRoute() {
  const { t } = useWords();
  const { district } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(MatchDistrictsDocument);
  const districts = (data?.viewer?.roles ?? []).flatMap((grant) =>
    grant.role === "COORDINATOR" && grant.district ? [grant.district] : [],
  );
  const shown = districts.find(({ id }) => id === district) ?? districts[0];
  if (shown)
    return (
      <RunsPage
        key={shown.id}
        district={shown}
        districts={districts}
        onDistrict={(id) => void navigate({ to: "/matcher", search: { district: id } })}
      />
    );
  return (
    <>
      <PageHead title={t("match.runs")} />
      <main id="main" className="wrap" tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={4} height={64} label={t("app.loading")} />}
        {data && <EmptyState title={t("match.no-district")}>{t("match.no-district.text")}</EmptyState>}
      </main>
    </>
  );
}
