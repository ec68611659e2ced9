import { Link } from "@tanstack/react-router";
import { span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "./use-ask.ts";

/** Why nothing has happened, whom it was about, and what else could be filled. */
export function RefusedNotice({ refused }: { refused: Refused }) {
  const { t, locale } = useWords();
  if (refused.failure)
    return (
      <Notice tone="danger" role="alert" title={t(`app.failure.${refused.failure}`)}>
        {t("board.failed", { name: refused.name })}
      </Notice>
    );
  const others = refused.problems.flatMap(({ alternatives }) => alternatives);
  const actions = others.map(({ id, title, startsAt, endsAt }) => (
    <Link
      key={id}
      from="/board"
      to="/board"
      search={(before) => ({ ...before, fill: `shift/${id}` })}
      className={buttonClass({ small: true })}
    >
      {title} {span(startsAt, endsAt, locale)}
    </Link>
  ));
  return (
    <Notice
      tone="need"
      role="alert"
      title={t("board.refused", { name: refused.name })}
      {...(actions.length > 0 && { actions })}
    >
      {refused.problems.map(({ message }) => message).join(" ")}
    </Notice>
  );
}
