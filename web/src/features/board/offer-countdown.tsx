import { Hourglass } from "lucide-react";
import { useNow } from "../../lib/now.ts";
import { duration } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import styles from "./board.module.css";
import type { PlacedFragment } from "./fill.generated.ts";

const HOUR = 3_600_000;

/** An offer that is out: how long it still stands, and the way to take it back. */
export function OfferCountdown(props: {
  placed: PlacedFragment;
  busy: boolean;
  frozen: boolean;
  onWithdraw: () => void;
}) {
  const { t, locale } = useWords();
  const now = useNow(1_000);
  const left = Math.max(0, Date.parse(props.placed.answerBy ?? "") - now || 0);
  return (
    <span className={styles.choices}>
      <Chip tone="pine" icon={Hourglass}>
        <span className="num">
          {t("board.sent", { left: left < HOUR ? minutesAndSeconds(left) : duration(left, locale) })}
        </span>
      </Chip>
      <Button
        small
        tone="quiet"
        busy={props.busy}
        disabled={props.frozen}
        aria-label={`${props.frozen ? t("board.frozen") : t("board.withdraw")} ${props.placed.person.name}`}
        onClick={props.onWithdraw}
      >
        {t("board.withdraw")}
      </Button>
    </span>
  );
}

/** `04:38` */
function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
