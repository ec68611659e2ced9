import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useConnection } from "../../lib/connection.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { AvailabilityFragment } from "./availability.generated.ts";
import { Exceptions } from "./exceptions.tsx";
import { useAvailability } from "./use-availability.ts";
import styles from "./volunteer.module.css";
import { WeekTimes } from "./week-times.tsx";

export function AvailabilityForm(props: {
  told: AvailabilityFragment;
  /** They have just registered: their home comes next. */
  first: boolean;
  onStale: () => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { told, first, onStale } = props;
  const { state } = useConnection();
  const form = useAvailability(told);
  const { answers, change } = form;
  const offline = state === "offline";
  const stale = form.problems.some(({ code }) => code === "VERSION_STALE");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offline || form.loading) return;
    form.save().then(
      (saved) => {
        if (saved) toast(t("volunteer.saved"));
        if (saved && first) void navigate({ to: "/home" });
      },
      () => {},
    );
  };
  return (
    <form className="stack stack-5" onSubmit={submit} noValidate>
      <WeekTimes ticked={answers.ticked} rest={answers.rest} onChange={change} />
      <Exceptions exceptions={answers.exceptions} onChange={(exceptions) => change({ exceptions })} />
      <fieldset className="card stack">
        <legend className="vh">{t("volunteer.limits")}</legend>
        <h2>{t("volunteer.limits")}</h2>
        <div className={styles.pair}>
          <TextField
            type="number"
            inputMode="decimal"
            min={0}
            max={168}
            step={0.5}
            label={t("volunteer.limits.week")}
            value={answers.maxWeekMinutes / 60}
            onChange={({ target }) => change({ maxWeekMinutes: Math.round((target.valueAsNumber || 0) * 60) })}
          />
          <TextField
            type="number"
            inputMode="numeric"
            min={0}
            max={50}
            label={t("volunteer.limits.standing")}
            value={answers.maxAssignments}
            onChange={({ target }) => change({ maxAssignments: Math.round(target.valueAsNumber || 0) })}
          />
        </div>
      </fieldset>
      {form.error && <FailurePanel error={form.error} />}
      {form.problems.map(({ code, message }) => (
        <Notice
          key={code + message}
          tone="warn"
          role="alert"
          title={message}
          actions={
            stale && (
              <Button small onClick={onStale}>
                {t("volunteer.reload")}
              </Button>
            )
          }
        />
      ))}
      {(form.changed || first) && (
        <ActionBar
          kind="pick"
          label={t("volunteer.save.label")}
          actions={
            <>
              {first ? (
                <Link to="/home" className={buttonClass()}>
                  {t("volunteer.later-on")}
                </Link>
              ) : (
                <Button onClick={form.undo}>{t("volunteer.undo")}</Button>
              )}
              <Button type="submit" tone="primary" busy={form.loading} disabled={offline || !form.changed}>
                {t(offline ? "volunteer.offline" : "volunteer.save")}
              </Button>
            </>
          }
        >
          <span className="desk">{form.changed && t("volunteer.unsaved")}</span>
        </ActionBar>
      )}
    </form>
  );
}
