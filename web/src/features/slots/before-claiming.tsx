import { BadgeCheck, CalendarPlus, Moon, Undo2 } from "lucide-react";
import { clock, day, monthDay } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Slot } from "./slot.ts";
import type { MyWeekQuery } from "./slots.generated.ts";

const LICENCE = "psychological_counsellor";

/** The rules that most often decide, said before anybody runs into them. */
export function BeforeClaiming({ mine, slots, now }: { mine: MyWeekQuery; slots: readonly Slot[]; now: number }) {
  const { t, locale } = useWords();
  const licence = mine.viewer?.person.credentials?.find(({ kind, state }) => kind === LICENCE && state === "VERIFIED");
  const opens = slots
    .map(({ signUpFrom }) => signUpFrom)
    .filter((from) => from !== null && Date.parse(from) > now)
    .sort()[0];
  return (
    <section className="card">
      <h2>{t("slots.before")}</h2>
      <ul className="stack stack-2 small icon-list">
        <li>
          <Icon as={Moon} /> <span>{t("slots.before.rest")}</span>
        </li>
        <li>
          <Icon as={BadgeCheck} />{" "}
          <span>
            {licence
              ? t("slots.before.credential", {
                  name: licence.name,
                  year: licence.validUntil.slice(0, 4),
                  day: monthDay(licence.validUntil, locale),
                })
              : t("slots.before.credential.none")}
          </span>
        </li>
        {opens && (
          <li>
            <Icon as={CalendarPlus} />{" "}
            <span>{t("slots.before.opens", { when: `${day(opens, locale)} ${clock(opens, locale)}` })}</span>
          </li>
        )}
        <li>
          <Icon as={Undo2} /> <span>{t("slots.before.release")}</span>
        </li>
      </ul>
    </section>
  );
}
