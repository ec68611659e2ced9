import { useFragment } from "@apollo/client/react";
import { Search, UserSearch } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Count } from "../../ui/chip.tsx";
import { credentialIcon, type GapKind, GapRow } from "../../ui/gap-row.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import { EmptyState } from "../../ui/states.tsx";
import {
  type BoardTasksFragment,
  BoardTasksFragmentDoc,
  type TaskKind,
  TaskRowFragmentDoc,
} from "./board.generated.ts";
import styles from "./board.module.css";
import { workOf } from "./work.ts";

type Task = BoardTasksFragment["tasks"][number];

const kinds: Record<TaskKind, GapKind> = {
  GAP: "gap",
  REQUEST_WAITING: "gap",
  RELEASE: "warn",
  CREDENTIAL_EXPIRES: "warn",
  OFFER_PENDING: "wait",
  APPLICATION: "wait",
};

/** What waits for a coordinator, in the server's order: the most pressing first. */
export function TasksPane(props: {
  board: { __typename: "Board"; key: string };
  open: string | undefined;
  onOpen: (work: string) => void;
}) {
  const { t } = useWords();
  const [wanted, setWanted] = useState("");
  const { data } = useFragment({ fragment: BoardTasksFragmentDoc, fragmentName: "BoardTasks", from: props.board });
  const tasks = ((data as BoardTasksFragment).tasks ?? []).filter((task): task is Task => !!task);
  const found = tasks.filter(({ title, detail }) => `${title} ${detail}`.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <section className={styles.tasks} aria-labelledby="board-tasks">
      <PaneHead id="board-tasks" title={t("board.tasks")}>
        <Count value={tasks.length} quiet={tasks.length === 0} />
        <label className={styles.filter}>
          <Icon as={Search} />
          <span className="vh">{t("board.filter")}</span>
          <input
            data-filter=""
            type="search"
            value={wanted}
            placeholder={t("board.filter.hint")}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
      </PaneHead>
      {tasks.length === 0 && <EmptyState title={t("board.tasks.none")}>{t("board.tasks.none.next")}</EmptyState>}
      {tasks.length > 0 && found.length === 0 && <EmptyState title={t("board.filter.none", { text: wanted })} />}
      <ul className={styles.scroll}>
        {found.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            open={props.open !== undefined && workOf(task) === props.open}
            onOpen={props.onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, open, onOpen }: { task: Task; open: boolean; onOpen: (work: string) => void }) {
  const { t } = useWords();
  const { data, complete } = useFragment({ fragment: TaskRowFragmentDoc, from: task });
  if (!complete) return null;
  const work = workOf(task);
  const fills = data.kind === "GAP" || data.kind === "RELEASE" || data.kind === "REQUEST_WAITING";
  return (
    <GapRow
      kind={kinds[data.kind]}
      {...(data.kind === "CREDENTIAL_EXPIRES" && { icon: credentialIcon })}
      {...(data.kind === "REQUEST_WAITING" && { icon: UserSearch })}
      title={<Title text={data.title} />}
      when={<Parts text={data.detail} />}
      note={data.owner && t("board.owner", { name: data.owner.name })}
      current={open}
      action={
        work && (
          <Button
            small
            data-task={data.kind}
            aria-expanded={open}
            aria-label={`${t(fills ? "board.fill" : "board.look")} ${data.title}`}
            onClick={() => onOpen(work)}
          >
            {t(fills ? "board.fill" : "board.look")}
          </Button>
        )
      }
    />
  );
}

/** `Fri, 11:00–15:00 · in 2 days`: lines break between the parts, not inside them; no dot hangs at the end of a line. */
function Parts({ text }: { text: string }) {
  return (
    <span className={styles.parts}>
      {text.split(" · ").map((part, at) => (
        <span key={part}>
          {at > 0 && <span className="vh"> · </span>}
          {part}
        </span>
      ))}
    </span>
  );
}

/** Inline, a short end glued to the word before it: two lines where whole parts would take three. */
function Title({ text }: { text: string }) {
  const words = text.replace(/ · ([^·]{1,10})$/, (_, end: string) => `\u00a0·\u00a0${end.replaceAll(" ", "\u00a0")}`);
  return words.split(/(R-\d+)/).map((piece, n) =>
    n % 2 === 0 ? (
      piece
    ) : (
      <span key={piece} className={styles.whole}>
        {piece}
      </span>
    ),
  );
}
