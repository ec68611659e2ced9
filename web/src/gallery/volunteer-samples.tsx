import { Phone } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Countdown, Days, Gone, NextShift, Offer, Stats } from "../ui/volunteer.tsx";
import { Figure, type Pick } from "./figure.tsx";
import { text, weekdays } from "./samples.ts";

export function VolunteerSamples({ s }: { s: Pick }) {
  const ticks = [
    { label: s(text.licence), fit: "yes" },
    { label: s(text.noClash), fit: "yes" },
  ] as const;
  const answers = {
    accept: <Button tone="primary">{s(text.accept)}</Button>,
    decline: <Button>{s(text.decline)}</Button>,
  };
  const links = (
    <>
      <a href="#main">
        <Icon as={Phone} />
        <span>{s(text.call)}</span>
      </a>
      <button type="button">{s(text.cannot)}</button>
    </>
  );
  const marks = [
    [{ kind: "shift", text: "20:00", label: s(text.onDuty) }],
    [{ kind: "offer", text: "10:00", label: s(text.toAnswer) }],
    [],
  ] as const;
  return (
    <Figure half title={s(text.volunteer)}>
      <div className="stack">
        <NextShift
          title={s(text.next)}
          until={s(text.until)}
          time="20:00–22:00"
          place={s(text.nextPlace)}
          action={<Button disabled>{s(text.closed)}</Button>}
          who={s(text.coordinator)}
          links={links}
        />
        <Offer
          countdown={<Countdown left={s(text.left)} until={s(text.by)} share={0.23} soon />}
          title={s(text.offer)}
          note={s(text.offerNote)}
          ticks={ticks}
          {...answers}
        />
        <Offer
          countdown={<Countdown left={s(text.left2)} until={s(text.by2)} share={0.53} />}
          title={s(text.maths)}
          ticks={ticks}
          {...answers}
        />
        <Gone>{s(text.gone)}</Gone>
        <Days
          label={s(text.mine)}
          days={weekdays.map((name, index) => ({
            key: String(index),
            weekday: s(name).slice(0, 3),
            number: 23 + index,
            today: index === 0,
            marks: marks[index % 3] ?? [],
          }))}
        />
        <section className="card">
          <Stats
            stats={[
              { key: "1", term: s(text.month), value: "12.5", unit: s(text.hour) },
              { key: "2", term: s(text.total), value: "86.5", unit: s(text.hour) },
              { key: "3", term: s(text.unconfirmed), value: "2", unit: s(text.hour) },
            ]}
          />
        </section>
      </div>
    </Figure>
  );
}
