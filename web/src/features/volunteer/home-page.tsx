import { useWords } from "../../lib/words.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Skeleton } from "../../ui/states.tsx";

/** Place held for the feature's own screen. */
export function HomePage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t("app.home")} />
      <main id="main" className="wrap" tabIndex={-1}>
        <Skeleton label={t("app.loading")} />
      </main>
    </>
  );
}
