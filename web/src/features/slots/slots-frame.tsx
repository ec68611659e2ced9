import { getRouteApi } from "@tanstack/react-router";
import { Grid3x3, List } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import styles from "./slots.module.css";

const route = getRouteApi("/inside/slots");

export type HotlineSite = { id: string; name: string; board: string; seq: number };

/** Heading, the choice of hotline and of view, around whatever the week brings. */
export function SlotsFrame(props: {
  sites: readonly HotlineSite[];
  site: HotlineSite | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { view = "grid" } = route.useSearch();
  const navigate = route.useNavigate();
  const { sites, site } = props;
  return (
    <>
      <PageHead
        title={t("app.slots")}
        note={sites.length === 1 && site?.name}
        end={
          <>
            <ConnectionChip />
            <Segmented
              label={t("slots.view")}
              value={view}
              segments={[
                { key: "grid", label: t("slots.view.grid"), icon: Grid3x3 },
                { key: "list", label: t("slots.view.list"), icon: List },
              ]}
              onChange={(key) => void navigate({ search: (now) => ({ ...now, view: key }), replace: true })}
            />
          </>
        }
      >
        {sites.length > 1 && (
          <select
            className={styles.site}
            aria-label={t("slots.site")}
            value={site?.id}
            onChange={({ target }) => void navigate({ search: (now) => ({ ...now, site: target.value }) })}
          >
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </PageHead>
      <main id="main" className={`wrap ${styles.page}`} tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}
