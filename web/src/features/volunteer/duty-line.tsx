import { useState } from "react";
import { hours } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Duty, dutyDistrict, dutyMode, dutyTitle } from "./duty.ts";
import { LeaveDialog } from "./leave-dialog.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import styles from "./volunteer.module.css";

/** One session of the agenda; a shift that has not begun can be given back, a family can be left. */
export function DutyLine({ duty, now, onChanged }: { duty: Duty; now: number; onChanged: () => void }) {
  const { t, locale } = useWords();
  const [asking, setAsking] = useState(false);
  const mine = duty.shift?.myAssignment;
  const binding = duty.request?.assignment;
  const helped = binding?.state === "CONFIRMED" ? binding : null;
  const mayRelease = mine && !mine.releasingSince && Date.parse(duty.startsAt) > now;
  const place = [duty.request?.number, t(`volunteer.mode.${dutyMode(duty)}`), dutyDistrict(duty)];
  return (
    <li className={styles.duty}>
      <b className="num">{hours(duty.startsAt, duty.endsAt, locale)}</b>
      <div>
        <p>
          <b>{dutyTitle(duty)}</b>
        </p>
        <p className="small muted">{place.filter(Boolean).join(" · ")}</p>
        {mine?.releasingSince && <Chip tone="warn">{t("volunteer.releasing")}</Chip>}
        {duty.request?.state === "MATCHED" && <Chip tone="info">{t("volunteer.waits-family")}</Chip>}
      </div>
      {mayRelease && (
        <Button small onClick={() => setAsking(true)}>
          {t("volunteer.release")}
        </Button>
      )}
      {helped && (
        <Button small onClick={() => setAsking(true)}>
          {t("volunteer.leave")}
        </Button>
      )}
      {helped && (
        <LeaveDialog
          duty={duty}
          assignment={helped}
          open={asking}
          onClose={() => setAsking(false)}
          onDone={onChanged}
        />
      )}
      {mine && (
        <ReleaseDialog
          duty={duty}
          assignment={mine.id}
          open={asking}
          onClose={() => setAsking(false)}
          onDone={onChanged}
        />
      )}
    </li>
  );
}
