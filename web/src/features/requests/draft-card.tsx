import { Link } from "@tanstack/react-router";
import { FilePen } from "lucide-react";
import { clock, day } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** A request begun and not sent. */
export function DraftCard({ savedAt }: { savedAt: string }) {
  const { t, locale } = useWords();
  return (
    <Notice
      icon={FilePen}
      title={t("requests.draft")}
      actions={
        <Link className={buttonClass({ small: true })} to="/requests/new/$step" params={{ step: "child" }}>
          {t("requests.draft.continue")}
        </Link>
      }
    >
      {t("requests.draft.saved", { day: day(savedAt, locale), time: clock(savedAt, locale) })}
    </Notice>
  );
}
