import { duration, span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Summary } from "../../ui/summary.tsx";
import { lengthOf } from "./my-week.ts";
import { isTakeable, type Slot } from "./slot.ts";
import type { Place } from "./slots-week.tsx";

/** Everything about one shift: seats, what it needs, and every reason why it is not open to the person. */
export function SlotDetails(props: {
  slot: Slot | undefined;
  now: number;
  onClose: () => void;
  onPick: (slot: Slot) => void;
  onRelease: (place: Place) => void;
}) {
  const { t, locale } = useWords();
  const { slot, now, onClose } = props;
  const mine = slot?.myAssignment;
  const held = slot && mine?.state === "CONFIRMED" && !mine.releasingSince && Date.parse(slot.startsAt) > now;
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog
      open={slot !== undefined}
      onClose={onClose}
      kind="sheet"
      title={slot ? span(slot.startsAt, slot.endsAt, locale) : ""}
      closeLabel={t("app.close")}
      actions={
        <>
          {slot && held && (
            <Button onClick={then(() => props.onRelease({ ...slot, assignment: mine.id }))}>
              {t("slots.release")}
            </Button>
          )}
          {slot && isTakeable(slot, now) && (
            <Button tone="primary" onClick={then(() => props.onPick(slot))}>
              {t("slots.details.pick")}
            </Button>
          )}
        </>
      }
    >
      {slot && (
        <div className="stack">
          <Summary
            lines={[
              { key: "length", term: t("slots.details.length"), value: duration(lengthOf(slot), locale) },
              { key: "seats", term: t("slots.details.seats"), value: t("slots.details.seats.words", slot) },
              {
                key: "least",
                term: t("slots.details.least"),
                value: t("slots.details.least.words", { count: slot.minimumCover }),
              },
              ...(slot.credentials.length > 0
                ? [{ key: "needs", term: t("slots.details.needs"), value: slot.credentials.join(" · ") }]
                : []),
            ]}
          />
          {!mine && !slot.eligibility.allowed && (
            <Notice tone="warn" title={t("slots.details.why")}>
              {slot.eligibility.reasons.map(({ message }) => message).join(" ")}
            </Notice>
          )}
          {mine?.releasingSince && (
            <Notice tone="need" title={t("slots.releasing")}>
              {t("slots.release.near")}
            </Notice>
          )}
        </div>
      )}
    </Dialog>
  );
}
