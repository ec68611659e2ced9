import { X } from "lucide-react";
import { useId } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Held, levels } from "./choices.ts";
import styles from "./skills.module.css";

/** What is chosen, how well each goes, and the way to take it back. */
export function HeldSkills(props: {
  held: readonly Held[];
  onLevel: (key: string, level: number) => void;
  onRemove: (one: Held) => void;
}) {
  const { t } = useWords();
  const heading = useId();
  const { held } = props;
  if (held.length === 0) return <Notice title={t("skills.none")}>{t("skills.none.next")}</Notice>;
  return (
    <section className="stack stack-3" aria-labelledby={heading}>
      <h2 id={heading}>{t("skills.mine")}</h2>
      <ul className={`card ${styles.held}`}>
        {held.map((one) => (
          <li key={one.key}>
            <b>{one.name}</b>
            <select
              aria-label={t("skills.level", { skill: one.name })}
              value={one.level}
              onChange={({ target }) => props.onLevel(one.key, Number(target.value))}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`skills.level.${level}`)}
                </option>
              ))}
            </select>
            <Button
              icon
              tone="quiet"
              aria-label={t("skills.remove", { skill: one.name })}
              onClick={() => props.onRemove(one)}
            >
              <Icon as={X} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
