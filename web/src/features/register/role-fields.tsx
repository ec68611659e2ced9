import { useWords } from "../../lib/words.ts";
import { Choice } from "../../ui/field.tsx";
import type { NewRole } from "./answers.ts";
import type { FieldsProps } from "./guardian-fields.tsx";
import styles from "./register.module.css";
import { Wrong } from "./wrong.tsx";

const roles: readonly NewRole[] = ["VOLUNTEER", "FAMILY"];

/** Help, be helped, or both. */
export function RoleFields({ answers, change, errorOf }: FieldsProps) {
  const { t } = useWords();
  const error = errorOf("roles");
  const toggle = (role: NewRole, on: boolean) =>
    change({ roles: roles.filter((one) => (one === role ? on : answers.roles.includes(one))) });
  return (
    <fieldset id="roles" aria-describedby={error ? "roles-error" : undefined}>
      <legend className={styles.legend}>{t("register.roles")}</legend>
      {roles.map((role) => (
        <Choice
          key={role}
          title={t(`register.role.${role}`)}
          note={t(`register.role.${role}.note`)}
          checked={answers.roles.includes(role)}
          aria-invalid={error ? true : undefined}
          onChange={(event) => toggle(role, event.target.checked)}
        />
      ))}
      <Wrong id="roles-error">{error}</Wrong>
    </fieldset>
  );
}
