import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./sign-in.module.css";
import type { Persona } from "./sign-in-actions.ts";

/** One press to look around as somebody. The server offers it in demonstration mode only. */
export function DemoPeople(props: {
  people: readonly Persona[];
  enterAs: (persona: Persona) => Promise<"entered" | "failed">;
  onEntered: () => void;
}) {
  const { t } = useWords();
  const heading = useId();
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState(false);
  const enter = async (person: Persona) => {
    setBusy(person.key);
    const answer = await props.enterAs(person);
    setBusy(undefined);
    setFailed(answer === "failed");
    if (answer === "entered") props.onEntered();
  };
  return (
    <section className="stack stack-2" aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{t("sign-in.demo")}</h2>
        <p className="tiny muted">{t("sign-in.demo.note")}</p>
      </div>
      {failed && (
        <Notice tone="danger" role="alert" title={t("sign-in.failed")}>
          {t("sign-in.failed.next")}
        </Notice>
      )}
      <div className={styles.people}>
        {props.people.map((person) => (
          <button
            key={person.key}
            type="button"
            className={styles.persona}
            aria-busy={busy === person.key}
            onClick={() => enter(person)}
          >
            <Avatar name={person.name} />
            <span>
              <b>{person.name}</b>
              <small>{person.label}</small>
            </span>
            <Icon as={ChevronRight} />
          </button>
        ))}
      </div>
    </section>
  );
}
