import { span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Notice } from "../../ui/notice.tsx";
import type { RefusalFragment } from "./offer-card.generated.ts";

/** Why it did not work, and what else there is. */
export function Refused({ refusal: { message, alternatives } }: { refusal: RefusalFragment }) {
  const { t, locale } = useWords();
  return (
    <Notice tone="need" role="alert" title={message}>
      {alternatives.length > 0 &&
        t("volunteer.alternatives", {
          list: alternatives
            .map(({ title, startsAt, endsAt }) => `${title} ${span(startsAt, endsAt, locale)}`)
            .join(" · "),
        })}
    </Notice>
  );
}
