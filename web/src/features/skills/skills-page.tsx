import { useQuery } from "@apollo/client/react";
import { getRouteApi } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { MySkillsDocument } from "./skills.generated.ts";
import styles from "./skills.module.css";
import { SkillsForm } from "./skills-form.tsx";

const route = getRouteApi("/inside/skills");

/** What one can do for others: nobody is asked for anything else. */
export function SkillsPage() {
  const { t } = useWords();
  const { first = false } = route.useSearch();
  const query = useQuery(MySkillsDocument, { fetchPolicy: "cache-and-network" });
  const { error, refetch } = query;
  // What is being chosen outlives a reading anew.
  const data = query.data ?? query.previousData;
  const told = data?.viewer?.person.skills;
  return (
    <>
      <PageHead title={t("app.skills")} />
      <main id="main" className={`wrap stack stack-5 ${styles.page}`} tabIndex={-1}>
        <p className="muted">{t(first ? "skills.lead.first" : "skills.lead")}</p>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {data && told && <SkillsForm told={told} catalogue={data.skills} first={first} />}
        {!data && !error && <Skeleton rows={8} height={64} label={t("app.loading")} />}
      </main>
    </>
  );
}
