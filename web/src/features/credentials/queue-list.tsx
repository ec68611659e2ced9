import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useNow } from "../../lib/now.ts";
import { relative } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Chip } from "../../ui/chip.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import styles from "./credentials.module.css";
import { type CheckStateFragment, QueueLineFragmentDoc } from "./queue.generated.ts";
import { standingOf } from "./standing.ts";

type Line = { __typename: "Credential"; id: string } & CheckStateFragment;

export function QueueList(props: { lines: readonly Line[]; hasMore: boolean; open: string | undefined }) {
  const { t } = useWords();
  return (
    <section className={styles.list} aria-labelledby="credentials-queue">
      <PaneHead id="credentials-queue" title={t("credentials.queue")} />
      <ol>
        {props.lines.map((line) => (
          <QueueLine key={line.id} line={line} current={line.id === props.open} />
        ))}
      </ol>
      {props.hasMore && (
        <p className={`small muted ${styles.more}`}>{t("credentials.more", { count: props.lines.length })}</p>
      )}
    </section>
  );
}

function QueueLine({ line, current }: { line: Line; current: boolean }) {
  const { t, locale } = useWords();
  const now = useNow();
  const { data, complete } = useFragment({ fragment: QueueLineFragmentDoc, fragmentName: "QueueLine", from: line });
  if (!complete) return null;
  const standing = standingOf(line);
  return (
    <li>
      <Link
        className={styles.line}
        to="/credentials"
        search={{ open: data.id }}
        resetScroll={false}
        aria-current={current ? "true" : undefined}
        data-line=""
        data-standing={standing}
      >
        <Avatar name={data.holder.name} small />
        <span className="grow">
          <b>{data.name}</b>
          <small>
            {data.holder.name} · {t("credentials.submitted", { when: relative(data.submittedAt, now, locale) })}
          </small>
        </span>
        <Chip tone={standing === "others" ? "info" : "pine"}>{t(`credentials.standing.${standing}`)}</Chip>
      </Link>
    </li>
  );
}
