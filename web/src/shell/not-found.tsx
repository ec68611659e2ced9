import { Link } from "@tanstack/react-router";
import { useWords } from "../lib/words.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";

export function NotFound() {
  const { t } = useWords();
  const home = (
    <Link className={buttonClass({ tone: "primary" })} to="/">
      {t("app.missing.home")}
    </Link>
  );
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <EmptyState title={t("app.missing.title")} level={1} actions={home}>
        {t("app.missing.text")}
      </EmptyState>
    </main>
  );
}
