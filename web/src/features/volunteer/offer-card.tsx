import { useConnection } from "../../lib/connection.ts";
import { useNow } from "../../lib/now.ts";
import { clock, day, dayKey, duration } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { MenuButton } from "../../ui/menu.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Tick } from "../../ui/ticks.tsx";
import { Countdown, Offer } from "../../ui/volunteer.tsx";
import { HOUR } from "./calendar.ts";
import type { OfferCardFragment } from "./offer-card.generated.ts";
import type { Outcome } from "./offer-outcomes.ts";
import { offerDistrict, offerMode, offerTimes, offerTitle } from "./offer-words.ts";
import { Refused } from "./refused.tsx";
import { useAnswer } from "./use-answer.ts";

/** Why one declines, if one wishes to say so; the words go to the coordinator. */
const reasons = ["time", "far", "full", "skill", "other"] as const;

export function OfferCard({ offer, onAnswered }: { offer: OfferCardFragment; onAnswered: (outcome: Outcome) => void }) {
  const { t, locale } = useWords();
  const { state } = useConnection();
  const answer = useAnswer(offer, onAnswered);
  const offline = state === "offline";
  const { request } = offer;
  const note = [
    offerDistrict(offer),
    t(`volunteer.mode.${offerMode(offer)}`),
    request &&
      t("volunteer.sessions", {
        count: request.sessionsPerWeek,
        length: duration(request.sessionMinutes * 60_000, locale),
      }),
    request?.fromOn && t("volunteer.from", { day: day(`${request.fromOn}T12:00:00+08:00`, locale) }),
  ];
  return (
    <Offer
      countdown={<TimeLeft offer={offer} />}
      title={
        <>
          {offerTitle(offer)}
          <br />
          {offerTimes(offer, locale)}
        </>
      }
      note={note.filter(Boolean).join(" · ")}
      ticks={offer.fit.map(tickOf)}
      problem={
        <>
          {offer.fit.some(({ ok }) => !ok) && <Notice tone="warn">{offer.fit.find(({ ok }) => !ok)?.detail}</Notice>}
          {answer.refusal && <Refused refusal={answer.refusal} />}
          {answer.error !== undefined && <FailurePanel error={answer.error} />}
        </>
      }
      accept={
        <Button
          tone="primary"
          busy={answer.state === "accepting"}
          disabled={offline || answer.state === "declining"}
          onClick={answer.accept}
        >
          {t(
            offline ? "volunteer.offline" : answer.state === "accepting" ? "volunteer.confirming" : "volunteer.accept",
          )}
        </Button>
      }
      decline={
        <MenuButton
          label={t("volunteer.decline.why")}
          look={{ block: true }}
          groups={[
            { key: "plain", items: [{ key: "none", label: t("volunteer.decline.none"), disabled: offline }] },
            {
              key: "reasons",
              title: t("volunteer.decline.why"),
              items: reasons.map((key) => ({ key, label: t(`volunteer.decline.${key}`), disabled: offline })),
            },
          ]}
          onAction={(key) =>
            answer.state === "open" &&
            void answer.decline(key === "none" ? undefined : t(`volunteer.decline.${key as (typeof reasons)[number]}`))
          }
        >
          {t(answer.state === "declining" ? "volunteer.declining" : "volunteer.decline")}
        </MenuButton>
      }
    />
  );
}

const tickOf = ({ label, ok }: { label: string; ok: boolean }): Tick => ({ label, fit: ok ? "yes" : "no" });

/** Under an hour it is urgent. */
function TimeLeft({ offer: { offeredAt, answerBy } }: { offer: OfferCardFragment }) {
  const { t, locale } = useWords();
  const now = useNow();
  if (!answerBy) return null;
  const until = Date.parse(answerBy);
  const whole = until - (offeredAt ? Date.parse(offeredAt) : now);
  const time = dayKey(until) === dayKey(now) ? clock(until, locale) : `${day(until, locale)} ${clock(until, locale)}`;
  return (
    <Countdown
      left={t("volunteer.left", { time: duration(until - now, locale) })}
      until={t("volunteer.until", { time })}
      share={(until - now) / whole}
      soon={until - now < HOUR}
    />
  );
}
