import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { Chip } from "../../ui/chip.tsx";
import styles from "./credentials.module.css";
import type { CredentialToCheckFragment } from "./queue.generated.ts";
import { toneOf } from "./state-tone.ts";

/** What else its holder has handed in: a second of the same kind, or one that was refused before, says something. */
export function OtherCredentials({ credential }: { credential: CredentialToCheckFragment }) {
  const { t } = useWords();
  const others = credential.holder.credentials?.filter(({ id }) => id !== credential.id) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="stack stack-2" aria-labelledby="credentials-others">
      <h3 id="credentials-others">{t("credentials.others", { name: credential.holder.name })}</h3>
      <ul className={styles.others}>
        {others.map(({ id, name, state, validUntil }) => (
          <li key={id}>
            <Link className="grow" to="/credentials" search={(old) => ({ ...old, open: id })} resetScroll={false}>
              {name}
            </Link>
            <span className="small muted num">{t("credentials.until", { day: validUntil })}</span>
            <Chip tone={toneOf[state]}>{t(`credentials.state.${state}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}
