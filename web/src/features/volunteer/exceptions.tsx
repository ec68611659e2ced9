import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useNow } from "../../lib/now.ts";
import { day, dayKey, hours } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { DAY, fromField, startOfDay, toField } from "./calendar.ts";
import type { Exception } from "./use-availability.ts";
import styles from "./volunteer.module.css";

type Props = { exceptions: readonly Exception[]; onChange: (exceptions: readonly Exception[]) => void };

/** Days on which the weekly times do not hold: away, or there in addition. */
export function Exceptions({ exceptions, onChange }: Props) {
  const { t } = useWords();
  const heading = useId();
  const [adding, setAdding] = useState(false);
  const add = (exception: Exception) => {
    onChange([...exceptions, exception].sort((one, other) => one.startsAt.localeCompare(other.startsAt)));
    setAdding(false);
  };
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h2 id={heading}>{t("volunteer.exceptions")}</h2>
      {exceptions.length === 0 && !adding && <p className="small muted">{t("volunteer.exceptions.none")}</p>}
      <ul className="stack stack-2">
        {exceptions.map((exception) => (
          <ExceptionLine
            key={exception.startsAt}
            exception={exception}
            onRemove={() => onChange(exceptions.filter((other) => other !== exception))}
          />
        ))}
      </ul>
      {adding ? (
        <NewException onAdd={add} onCancel={() => setAdding(false)} />
      ) : (
        <div>
          <Button small onClick={() => setAdding(true)}>
            <Icon as={Plus} />
            <span>{t("volunteer.exceptions.add")}</span>
          </Button>
        </div>
      )}
    </section>
  );
}

function ExceptionLine({ exception, onRemove }: { exception: Exception; onRemove: () => void }) {
  const { t, locale } = useWords();
  const { startsAt, endsAt, available } = exception;
  const oneDay = dayKey(startsAt) === dayKey(Date.parse(endsAt) - 1);
  const [from, to] = [toField(startsAt).slice(11), toField(endsAt).slice(11)];
  const what = oneDay
    ? `${day(startsAt, locale)} ${hours(startsAt, endsAt, locale)}`
    : `${day(startsAt, locale)} ${from} – ${day(endsAt, locale)} ${to}`;
  return (
    <li className="row row-between">
      <span className="row">
        <Chip tone={available ? "ok" : "warn"}>{t(available ? "volunteer.there" : "volunteer.away")}</Chip>
        <span className="num">{what}</span>
      </span>
      <Button small icon tone="quiet" aria-label={t("volunteer.remove", { what })} onClick={onRemove}>
        <Icon as={Trash2} />
      </Button>
    </li>
  );
}

function NewException({ onAdd, onCancel }: { onAdd: (exception: Exception) => void; onCancel: () => void }) {
  const { t } = useWords();
  const tomorrow = startOfDay(useNow()) + DAY;
  const [kind, setKind] = useState<"away" | "there">("away");
  const [from, setFrom] = useState(() => toField(tomorrow));
  const [to, setTo] = useState(() => toField(tomorrow + DAY));
  const [wrong, setWrong] = useState(false);
  const add = () => {
    if (!from || !to || to <= from) return setWrong(true);
    onAdd({ startsAt: fromField(from), endsAt: fromField(to), available: kind === "there" });
  };
  return (
    <div className="stack">
      <Segmented
        label={t("volunteer.exceptions.kind")}
        value={kind}
        segments={[
          { key: "away", label: t("volunteer.away") },
          { key: "there", label: t("volunteer.there") },
        ]}
        onChange={setKind}
      />
      <div className={styles.pair}>
        <TextField
          type="datetime-local"
          label={t("volunteer.exceptions.from")}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          type="datetime-local"
          label={t("volunteer.exceptions.to")}
          error={wrong && t("volunteer.exceptions.order")}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <div className="row">
        <Button small onClick={add}>
          {t("volunteer.exceptions.put")}
        </Button>
        <Button small tone="quiet" onClick={onCancel}>
          {t("volunteer.undo")}
        </Button>
      </div>
    </div>
  );
}
