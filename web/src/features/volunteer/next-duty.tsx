import { useNow } from "../../lib/now.ts";
import { clock, day, dayKey, hours, relative } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { NextShift } from "../../ui/volunteer.tsx";
import { DAY, HOUR } from "./calendar.ts";
import { type Duty, dutyDistrict, dutyMode, dutyTitle } from "./duty.ts";
import styles from "./volunteer.module.css";

/** A site opens its list so long before a shift. */
const OPENS = HOUR / 4;

export function NextDuty({ duty }: { duty: Duty }) {
  const { t, locale } = useWords();
  const now = useNow();
  const start = Date.parse(duty.startsAt);
  const isToday = dayKey(start) === dayKey(now);
  const isTomorrow = dayKey(start) === dayKey(now + DAY);
  const when = isToday ? t("volunteer.today") : isTomorrow ? t("volunteer.tomorrow") : day(start, locale);
  const place = [when, dutyTitle(duty), t(`volunteer.mode.${dutyMode(duty)}`), dutyDistrict(duty)];
  return (
    <NextShift
      title={t(duty.shift ? "volunteer.next" : "volunteer.next-session")}
      until={start > now ? relative(start, now, locale) : t("volunteer.on-now")}
      time={hours(duty.startsAt, duty.endsAt, locale)}
      place={place.filter(Boolean).join(" · ")}
      action={
        <p className={styles.closed}>
          {t(`volunteer.check-in.${arrival(duty, now)}`, { time: clock(start - OPENS, locale) })}
        </p>
      }
      who={duty.shift?.myAssignment?.releasingSince && t("volunteer.releasing")}
    />
  );
}

/** Checking in is the site's own act; here one reads when it begins and what to do then. */
function arrival(duty: Duty, now: number): "opens" | "site" | "line" {
  if (now < Date.parse(duty.startsAt) - OPENS) return "opens";
  return dutyMode(duty) === "ON_SITE" ? "site" : "line";
}
