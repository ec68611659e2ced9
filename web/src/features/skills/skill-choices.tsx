import type { Choice } from "./choices.ts";
import styles from "./skills.module.css";

/** Boxes of one kind, as many beside each other as fit. */
export function SkillChoices(props: {
  name: string;
  choices: readonly Choice[];
  chosen: ReadonlySet<string>;
  onToggle: (choice: Choice) => void;
}) {
  return (
    <fieldset>
      <legend className={styles.legend}>{props.name}</legend>
      <div className={styles.choices}>
        {props.choices.map((choice) => (
          <label key={choice.key} className={styles.choice}>
            <input type="checkbox" checked={props.chosen.has(choice.key)} onChange={() => props.onToggle(choice)} />
            <span>{choice.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
