import { Chip } from "../ui/chip.tsx";
import { Checkbox, Choice, Select, TextArea, TextField } from "../ui/field.tsx";
import { Summary } from "../ui/summary.tsx";
import { Track } from "../ui/track.tsx";
import { Wait } from "../ui/wait.tsx";
import { Steps } from "../ui/wizard.tsx";
import { Figure, type Pick } from "./figure.tsx";
import { text } from "./samples.ts";

export function FormSamples({ s }: { s: Pick }) {
  return (
    <>
      <Figure half title={s(text.fields)}>
        <div className="stack">
          <TextField label={s(text.phone)} defaultValue="138 0000 2207" />
          <TextField label={s(text.code)} defaultValue="4821" className="num" error={s(text.codeError)} />
          <Select label={s(text.district)}>
            <option>{s(text.today)}</option>
          </Select>
          <TextArea label={s(text.note)} hint={s(text.note)} />
        </div>
      </Figure>
      <Figure half title={s(text.track)}>
        <Track
          label={s(text.track)}
          steps={[
            { key: "1", state: "done", title: s(text.received), time: "11/22 20:40" },
            { key: "2", state: "done", title: s(text.found), time: "11/23 18:05" },
            { key: "3", state: "current", title: s(text.waiting), children: <a href="#main">{s(text.tutor)}</a> },
            { key: "4", state: "next", title: s(text.lessons) },
          ]}
        />
      </Figure>
      <Figure half title={s(text.wizard)}>
        <Steps
          label={s(text.steps)}
          steps={[text.child, text.subject, text.time, text.how, text.check].map(s)}
          current={1}
        />
        <fieldset>
          <legend className="vh">{s(text.subject)}</legend>
          <Choice
            title={s(text.mathsOne)}
            note={s(text.mathsOneNote)}
            end={<Chip tone="pine">{s(text.first)}</Chip>}
            defaultChecked
          />
          <Choice title={s(text.physicsOne)} note={s(text.physicsNote)} />
        </fieldset>
        <Checkbox defaultChecked>{s(text.consent)}</Checkbox>
      </Figure>
      <Figure half title={s(text.check)}>
        <div className="stack">
          <Summary
            lines={[
              { key: "child", term: s(text.child), value: s(text.grade), change: <a href="#main">{s(text.change)}</a> },
              {
                key: "subject",
                term: s(text.subject),
                value: s(text.both),
                note: s(text.mathsFirst),
                change: <a href="#main">{s(text.change)}</a>,
              },
            ]}
          />
          <Wait
            title={s(text.waitTitle)}
            sentence={s(text.waitText)}
            source={s(text.waitSource)}
            from={1}
            median={2}
            to={4}
            ticks={[
              { at: 0, label: s(text.today) },
              { at: 2, label: s(text.d2) },
              { at: 4, label: s(text.d4) },
              { at: 7, label: s(text.d7) },
            ]}
          />
        </div>
      </Figure>
    </>
  );
}
