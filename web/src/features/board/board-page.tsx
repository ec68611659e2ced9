import { getRouteApi } from "@tanstack/react-router";
import { useConnection } from "../../lib/connection.ts";
import { useNow } from "../../lib/now.ts";
import { dayKey } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import type { BoardSearch } from "../../routes.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { BoardHead } from "./board-head.tsx";
import { BoardScreen } from "./board-screen.tsx";
import { useDistricts } from "./use-districts.ts";

const route = getRouteApi("/inside/board");

/** The coordinator's live board. Everything that can be looked at is in the address. */
export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { districts, error, retry } = useDistricts();
  const now = useShownNow();
  const day = search.day ?? dayKey(now);
  const district = districts?.find(({ id }) => id === search.district) ?? districts?.[0];
  const show = (change: Partial<BoardSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });

  if (!districts || !district) return <NoBoard error={error} retry={retry} loading={!districts && !error} />;
  return (
    <>
      <BoardHead districts={districts} district={district} day={day} today={dayKey(now)} onShow={show} />
      <BoardScreen key={district.id} district={district} day={day} now={now} search={search} onShow={show} />
    </>
  );
}

/** While the line is away the board stands still at the moment up to which it is known to be right. */
function useShownNow(): number {
  const line = useConnection();
  const now = useNow();
  return line.state === "offline" ? line.asOf : now;
}

function NoBoard({ error, retry, loading }: { error: unknown; retry: () => unknown; loading: boolean }) {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t("app.board")} />
      <main id="main" className="wrap" tabIndex={-1}>
        {loading && <Skeleton rows={6} label={t("app.loading")} />}
        {!!error && <FailurePanel error={error} onRetry={retry} />}
        {!loading && !error && <EmptyState title={t("board.nowhere")}>{t("board.nowhere.next")}</EmptyState>}
      </main>
    </>
  );
}
