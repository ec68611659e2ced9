import { Check, CircleX, Info, TriangleAlert, WifiOff } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Chip, Count } from "../ui/chip.tsx";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { SlotCell } from "../ui/slot-cell.tsx";
import { Bar } from "../ui/timeline.tsx";
import { Figure, type Pick } from "./figure.tsx";
import styles from "./gallery.module.css";
import { bars, slots, text } from "./samples.ts";

export function SmallSamples({ s }: { s: Pick }) {
  const [view, setView] = useState<"grid" | "list">("grid");
  const cells = slots
    .slice(0, 10)
    .map(({ state, main, sub, places }) => (
      <SlotCell
        key={state}
        state={state}
        main={s(main)}
        sub={sub && s(sub)}
        {...(places && { places })}
        label=""
        {...(state !== "past" && { onPress: () => {} })}
      />
    ));
  const lane = bars.map(({ state, text: name }) => (
    <Bar key={state} state={state}>
      {s(name)}
    </Bar>
  ));
  const segments = [
    { key: "grid", label: s(text.grid) },
    { key: "list", label: s(text.list) },
  ] as const;
  return (
    <>
      <Figure title={s(text.slots)}>
        <div className={styles.sample}>{cells}</div>
        <p className="tiny muted">{s(text.grey)}</p>
        <div className={cx(styles.sample, styles.gray)}>{cells}</div>
      </Figure>
      <Figure title={s(text.bars)}>
        <div className="stack stack-3">
          <div className="row">{lane}</div>
          <div className={cx("row", styles.gray)}>{lane}</div>
        </div>
      </Figure>
      <Figure half title={s(text.buttons)}>
        <div className="stack stack-3">
          <div className="row">
            <Button tone="primary">{s(text.claim)}</Button>
            <Button>{s(text.apply)}</Button>
            <Button tone="quiet">{s(text.clear)}</Button>
            <Button tone="danger">{s(text.revoke)}</Button>
          </div>
          <div className="row">
            <Button busy>{s(text.busy)}</Button>
            <Button disabled>{s(text.closed)}</Button>
            <Button small>{s(text.dense)}</Button>
          </div>
        </div>
      </Figure>
      <Figure half title={s(text.chips)}>
        <div className="stack">
          <div className="row">
            <Chip>{s(text.neutral)}</Chip>
            <Chip tone="pine">{s(text.first)}</Chip>
            <Chip tone="ok" icon={Check}>
              {s(text.verified)}
            </Chip>
            <Chip tone="info" icon={Info}>
              {s(text.note)}
            </Chip>
            <Chip tone="warn" icon={TriangleAlert}>
              {s(text.days)}
            </Chip>
            <Chip tone="danger" icon={CircleX}>
              {s(text.revoked)}
            </Chip>
            <Chip tone="need" icon={TriangleAlert}>
              {s(text.need)}
            </Chip>
            <Count value={7} />
            <Count value={41} quiet />
          </div>
          <div className="row">
            <Segmented label={s(text.view)} value={view} segments={segments} onChange={setView} />
            <Segmented label={s(text.view)} value={view} segments={segments} onChange={setView} small />
          </div>
        </div>
      </Figure>
      <Figure half title={s(text.faster)}>
        <Notice
          tone="need"
          title={s(text.taken)}
          actions={
            <>
              <Button small>{s(text.alt1)}</Button>
              <Button small>{s(text.alt2)}</Button>
              <Button small tone="quiet">
                {s(text.waitlist)}
              </Button>
            </>
          }
        >
          {s(text.takenText)}
        </Notice>
      </Figure>
      <Figure half title={s(text.notices)}>
        <div className="stack stack-2">
          <Notice tone="ok" title={s(text.covered)}>
            {s(text.nextGap)}
          </Notice>
          <Notice tone="warn" icon={WifiOff} title={s(text.offline)}>
            {s(text.paused)}
          </Notice>
          <Notice tone="danger" title={s(text.failed)}>
            <a href="#main">{s(text.again)}</a>
          </Notice>
        </div>
      </Figure>
    </>
  );
}
