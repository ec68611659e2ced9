import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useMemo } from "react";
import { useConnection } from "../../lib/connection.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { atLevel, groupsOf, toggled } from "./choices.ts";
import { HeldSkills } from "./held-skills.tsx";
import { SkillChoices } from "./skill-choices.tsx";
import type { MySkillsQuery, OwnSkillFragment } from "./skills.generated.ts";
import { useSkills } from "./use-skills.ts";

export function SkillsForm(props: {
  told: readonly OwnSkillFragment[];
  catalogue: MySkillsQuery["skills"];
  /** They have just registered: when they are free is asked next. */
  first: boolean;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const offline = useConnection().state === "offline";
  const form = useSkills(props.told);
  const { plain, groups } = useMemo(() => groupsOf(props.catalogue), [props.catalogue]);
  const { held, change } = form;
  const chosen = new Set(held.map(({ key }) => key));
  const choices = { chosen, onToggle: (choice: (typeof plain)[number]) => change(toggled(held, choice)) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offline || form.loading) return;
    form.save().then(
      (saved) => {
        if (saved) toast(t("skills.saved"));
        if (saved && props.first) void navigate({ to: "/availability", search: { first: true } });
      },
      () => {},
    );
  };
  return (
    <form className="stack stack-5" onSubmit={submit} noValidate>
      <HeldSkills
        held={held}
        onLevel={(key, level) => change(atLevel(held, key, level))}
        onRemove={(one) => change(toggled(held, one))}
      />
      <SkillChoices name={t("skills.everyday")} choices={plain} {...choices} />
      {groups.map(({ skill, name, choices: all }) => (
        <SkillChoices key={skill} name={name} choices={all} {...choices} />
      ))}
      <p className="small muted">
        {t("skills.proof")} <Link to="/credentials/mine">{t("app.my-credentials")}</Link>
      </p>
      {form.error && <FailurePanel error={form.error} />}
      {form.problems.map(({ code, message }) => (
        <Notice key={code + message} tone="warn" role="alert" title={message} />
      ))}
      {(form.changed || props.first) && (
        <ActionBar
          kind="pick"
          label={t("skills.save.label")}
          actions={
            <>
              {props.first ? (
                <Link to="/availability" search={{ first: true }} className={buttonClass()}>
                  {t("skills.later")}
                </Link>
              ) : (
                <Button onClick={form.undo}>{t("skills.undo")}</Button>
              )}
              <Button type="submit" tone="primary" busy={form.loading} disabled={offline || !form.changed}>
                {t(offline ? "skills.offline" : props.first ? "skills.next" : "skills.save")}
              </Button>
            </>
          }
        >
          <span className="desk">{t("skills.chosen", { count: held.length })}</span>
        </ActionBar>
      )}
    </form>
  );
}
