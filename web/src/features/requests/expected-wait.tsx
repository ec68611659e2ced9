import { Trans, useWords } from "../../lib/words.ts";
import { Wait } from "../../ui/wait.tsx";
import { ticksOf, type WaitFigures } from "./wait-scale.ts";
import { spanWords } from "./waiting.tsx";

const bold = { 0: <b className="num" />, 1: <b className="num" /> };

/** The median and its spread. Where nobody was matched lately there is no figure to show. */
export function ExpectedWait({ wait }: { wait: WaitFigures }) {
  const { t } = useWords();
  const say = (minutes: number) => (minutes === 0 ? t("requests.wait.now") : spanWords(minutes, t));
  if (wait.basis === 0) return <p className="card small muted">{t("requests.wait.none")}</p>;
  return (
    <Wait
      title={t("requests.wait.title")}
      sentence={
        <Trans
          id="requests.wait.sentence"
          values={{ median: say(wait.medianMinutes), long: say(wait.longMinutes) }}
          components={bold}
        />
      }
      source={t("requests.wait.source", { count: wait.basis })}
      from={wait.shortMinutes}
      median={wait.medianMinutes}
      to={wait.longMinutes}
      ticks={ticksOf(wait).map((at) => ({ at, label: say(at) }))}
    />
  );
}
