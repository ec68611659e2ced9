import { span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import styles from "./slots.module.css";
import type { Instead, Refusal } from "./use-claim.ts";

/** Somebody was faster, or a rule stands in the way: why, and the nearest shifts that are free, where the pick was. */
export function Refused(props: { refused: Refusal; onInstead: (shift: Instead) => void; onClose: () => void }) {
  const { t, locale } = useWords();
  const { message, instead } = props.refused;
  const box = useReturnFocus<HTMLDivElement>();
  return (
    <div ref={box} className={styles.refused}>
      <Notice
        tone="need"
        role="alert"
        title={t("slots.refused")}
        actions={
          <>
            {instead.map((shift) => (
              <Button key={shift.id} small onClick={() => props.onInstead(shift)}>
                {span(shift.startsAt, shift.endsAt, locale)} · {shift.site.name}
              </Button>
            ))}
            <Button small tone="quiet" onClick={props.onClose}>
              {t("slots.dismiss")}
            </Button>
          </>
        }
      >
        {message} {instead.length > 0 && t("slots.refused.instead")}
      </Notice>
    </div>
  );
}
