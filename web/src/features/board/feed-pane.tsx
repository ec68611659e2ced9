import { useFragment } from "@apollo/client/react";
import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { clock } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Feed } from "../../ui/feed.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import { type BoardQuery, type FeedEntryFragment, FeedEntryFragmentDoc } from "./board.generated.ts";
import styles from "./board.module.css";

type Entries = NonNullable<BoardQuery["board"]>["feed"];

/** What has happened, newest first. While it is paused nothing moves under the reader's eyes. */
export function FeedPane({ feed, now }: { feed: Entries; now: number }) {
  const { t, locale } = useWords();
  const [held, setHeld] = useState<readonly FeedEntryFragment[]>();
  const { data } = useFragment({ fragment: FeedEntryFragmentDoc, from: [...feed] });
  const entries = (data as (FeedEntryFragment | null)[]).filter(
    (entry) => entry?.summary !== undefined,
  ) as FeedEntryFragment[];
  const waiting = held ? entries.filter(({ seq }) => seq > (held[0]?.seq ?? 0)).length : 0;
  return (
    <section className={styles.feed} aria-labelledby="board-feed">
      <PaneHead id="board-feed" title={t("board.feed")}>
        <Button
          className="end"
          small
          tone="quiet"
          aria-pressed={!!held}
          onClick={() => setHeld(held ? undefined : entries)}
        >
          <Icon as={held ? Play : Pause} />
          {held ? t("board.feed.go", { count: waiting }) : t("board.feed.pause")}
        </Button>
      </PaneHead>
      {entries.length === 0 ? (
        <p className={`muted tiny ${styles.still}`}>{t("board.feed.none")}</p>
      ) : (
        <Feed
          label={t("board.feed")}
          entries={(held ?? entries).map(({ seq, at, summary }) => ({
            key: String(seq),
            time: clock(at, locale),
            text: summary,
            fresh: now - Date.parse(at) < FRESH,
          }))}
        />
      )}
    </section>
  );
}

/** An event counts as new for two minutes. */
const FRESH = 120_000;
