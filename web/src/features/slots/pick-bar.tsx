import { useConnection } from "../../lib/connection.ts";
import { duration, span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button } from "../../ui/button.tsx";
import { dutyOf, hoursOf, lengthOf } from "./my-week.ts";
import type { Slot } from "./slot.ts";
import type { MyWeekQuery } from "./slots.generated.ts";
import styles from "./slots.module.css";

/** The picked shift, what it does to the person's week, and the button that says whether it is taken at once or asked for. */
export function PickBar(props: {
  slot: Slot;
  mine: MyWeekQuery | undefined;
  busy: boolean;
  onClaim: () => void;
  onClear: () => void;
}) {
  const { t, locale } = useWords();
  const offline = useConnection().state === "offline";
  const { slot } = props;
  const duty = dutyOf(props.mine);
  const rest = duty.before(slot.startsAt);
  const facts = [
    duration(lengthOf(slot), locale),
    rest !== undefined && t("slots.pick.since", { length: duration(rest, locale) }),
    slot.picking === "APPLY" && t("slots.pick.apply"),
    t("slots.pick.after", { shifts: duty.shifts + 1, hours: hoursOf(duty.minutes + lengthOf(slot) / 60_000) }),
  ];
  const when = span(slot.startsAt, slot.endsAt, locale);
  const hoursAt = when.lastIndexOf(" ") + 1;
  const word = slot.picking === "APPLY" ? "slots.apply" : "slots.claim";
  return (
    <ActionBar
      kind="pick"
      label={t("slots.pick")}
      actions={
        <>
          <Button tone="quiet" className="desk" onClick={props.onClear}>
            {t("slots.clear")}
          </Button>
          <Button tone="primary" busy={props.busy} disabled={offline} onClick={props.onClaim}>
            {t(offline ? "slots.offline" : word)}
          </Button>
        </>
      }
    >
      <b className={styles.when}>
        {when.slice(0, hoursAt)}
        <span className="num">{when.slice(hoursAt)}</span>
      </b>
      <div className="small muted">{facts.filter(Boolean).join(" · ")}</div>
    </ActionBar>
  );
}
