import { clock } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Keeping } from "./draft-keeper.ts";
import type { Draft } from "./use-draft.ts";

export function KeepingWords({ keeping }: { keeping: Keeping }) {
  const { t, locale } = useWords();
  if (keeping.state === "saved") return <>{t("requests.keeping.saved", { time: clock(keeping.at, locale) })}</>;
  return <>{t(`requests.keeping.${keeping.state}`)}</>;
}

/** Two windows, two drafts: the family says which one stands. */
export function KeepingNotice({ keeping, onResolve }: { keeping: Keeping; onResolve: Draft["resolve"] }) {
  const { t } = useWords();
  if (keeping.state !== "stale") return null;
  return (
    <Notice
      tone="warn"
      role="status"
      title={t("requests.stale")}
      actions={
        <>
          <Button small onClick={() => void onResolve("theirs")}>
            {t("requests.stale.theirs")}
          </Button>
          <Button small onClick={() => void onResolve("mine")}>
            {t("requests.stale.mine")}
          </Button>
        </>
      }
    >
      {t("requests.stale.text")}
    </Notice>
  );
}
