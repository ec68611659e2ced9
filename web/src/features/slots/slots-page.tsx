import { useQuery } from "@apollo/client/react";
import { getRouteApi } from "@tanstack/react-router";
import { useNow } from "../../lib/now.ts";
import { dayKey } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { SlotSitesDocument, type SlotSitesQuery } from "./slots.generated.ts";
import { SlotsFrame } from "./slots-frame.tsx";
import { SlotsWeek } from "./slots-week.tsx";

const route = getRouteApi("/inside/slots");

/** The counsellor's home: one hotline, one week, and what of it is hers. */
export function SlotsPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const today = dayKey(useNow());
  const { data, error, refetch } = useQuery(SlotSitesDocument);
  const site = data && siteOf(data, search.site);
  return (
    <SlotsFrame sites={data?.sites ?? []} site={site}>
      {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={9} height={54} label={t("app.loading")} />}
      {data && !site && <EmptyState title={t("slots.none.sites")}>{t("slots.none.sites.next")}</EmptyState>}
      {site && <SlotsWeek key={site.id} site={site} day={search.week ?? today} />}
    </SlotsFrame>
  );
}

/** The one asked for; else one where the person lives; else any. */
function siteOf({ sites, viewer }: SlotSitesQuery, wanted: string | undefined) {
  const near = viewer?.person.district?.id;
  return sites.find(({ id }) => id === wanted) ?? sites.find(({ district }) => district.id === near) ?? sites[0];
}
