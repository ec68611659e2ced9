import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { RunPage } from "./run-page.tsx";

const route = getRouteApi("/inside/matcher/$runId");

export function RunRoute() {
  const { runId } = route.useParams();
  const { tab = "added", open } = route.useSearch();
  const navigate = useNavigate();
  const show = (search: { tab: typeof tab; open?: string | undefined }) =>
    void navigate({ to: "/matcher/$runId", params: { runId }, search, replace: true, resetScroll: false });
  return (
    <RunPage
      key={runId}
      runId={runId}
      tab={tab}
      open={open}
      onTab={(next) => show({ tab: next })}
      onOpen={(next) => show({ tab, open: next })}
    />
  );
}
