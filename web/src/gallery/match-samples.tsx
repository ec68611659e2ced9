import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Chip, Count } from "../ui/chip.tsx";
import { Facts } from "../ui/pane.tsx";
import { ProposalTable, WhyPair } from "../ui/proposal-table.tsx";
import { Funnel, Parts, Relax } from "../ui/score.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Figure, type Pick } from "./figure.tsx";
import { text } from "./samples.ts";

export function MatchSamples({ s }: { s: Pick }) {
  const [tab, setTab] = useState<"added" | "moved">("added");
  const [open, setOpen] = useState<string | undefined>("1");
  const why = (
    <WhyPair
      whyTitle={s(text.whySun)}
      why={
        <Parts
          parts={[
            { key: "1", label: s(text.continuity), cost: -8 },
            { key: "2", label: s(text.waited), cost: -5 },
            { key: "3", label: s(text.load), cost: 3 },
            { key: "4", label: s(text.distance), cost: 0 },
          ]}
        />
      }
      othersTitle={s(text.whyNot)}
      others={<p className="tiny">{s(text.whyNot1)}</p>}
    />
  );
  const table = (
    <ProposalTable
      caption={s(text.match)}
      heads={{
        pick: s(text.pick),
        need: s(text.needHead),
        when: s(text.time),
        who: s(text.person),
        reason: s(text.reason),
      }}
      rows={[
        {
          key: "1",
          need: s(text.maths),
          number: "R-2041",
          when: s(text.mathsWhen),
          who: s(text.sunYue),
          reason: s(text.mathsWhy),
          checked: true,
          details: why,
        },
        {
          key: "2",
          need: s(text.supervisor),
          number: "S-0815",
          when: s(text.mathsWhen),
          who: s(text.suWen),
          whoNote: s(text.moved),
          reason: <Chip tone="warn">{s(text.offByDefault)}</Chip>,
          reasonNote: s(text.movedNote),
          checked: false,
        },
        {
          key: "3",
          need: s(text.physics),
          number: "R-2049",
          when: s(text.mathsWhen),
          who: s(text.tangGuo),
          reason: <Chip>{s(text.stale)}</Chip>,
          reasonNote: s(text.staleNote),
          checked: false,
          stale: true,
        },
      ]}
      pickLabel={(row) => `${s(text.pick)} ${row.number}`}
      open={open}
      onOpen={setOpen}
      onPick={() => {}}
    />
  );
  return (
    <>
      <Figure title={s(text.match)}>
        <div className="stack">
          <Facts
            facts={[
              { key: "1", term: s(text.time), value: "0.07 s" },
              { key: "2", term: s(text.person), value: "1,862" },
              { key: "3", value: s(text.bound) },
            ]}
          />
          <section className="card" style={{ padding: 0 }}>
            <Tabs
              label={s(text.match)}
              value={tab}
              onChange={setTab}
              tabs={[
                {
                  key: "added",
                  title: (
                    <>
                      {s(text.added)} <Count value={187} quiet />
                    </>
                  ),
                  panel: table,
                },
                {
                  key: "moved",
                  title: (
                    <>
                      {s(text.moved)} <Count value={6} quiet />
                    </>
                  ),
                  panel: <p className="small">{s(text.movedNote)}</p>,
                },
              ]}
            />
          </section>
        </div>
      </Figure>
      <Figure half title={s(text.physics)}>
        <article className="card stack stack-3">
          <Funnel
            steps={[
              { key: "1", label: s(text.canTeach), left: 38 },
              { key: "2", label: s(text.checked), left: 21 },
              { key: "3", label: s(text.evening), left: 6 },
              { key: "4", label: s(text.near), left: 4 },
              { key: "5", label: s(text.notTaken), left: 0 },
            ]}
          />
          <Relax title={s(text.relax)} action={<Button small>{s(text.ask)}</Button>}>
            {s(text.online)}
          </Relax>
        </article>
      </Figure>
    </>
  );
}
