import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { useEffect, useRef } from "react";
import { announce } from "../../lib/announce.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { useNow } from "../../lib/now.ts";
import { useViewer } from "../../lib/viewer.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Count } from "../../ui/chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { DAY, iso, partOfDay, startOfWeek } from "./calendar.ts";
import { dutiesOf, nextDuty } from "./duty.ts";
import { PersonEventsDocument, VolunteerHomeDocument, type VolunteerHomeQuery } from "./home.generated.ts";
import { HoursServed } from "./hours-served.tsx";
import { NextDuty } from "./next-duty.tsx";
import type { OfferCardFragment } from "./offer-card.generated.ts";
import { useOffers } from "./offer-outcomes.ts";
import { offerTitle } from "./offer-words.ts";
import { Offers } from "./offers.tsx";
import styles from "./volunteer.module.css";
import { Week } from "./week.tsx";

const AHEAD = 28 * DAY;

/** What needs me now: the next duty, offers that run out, the week. */
export function HomePage() {
  const { t } = useWords();
  const now = useNow();
  const viewer = useViewer();
  const from = startOfWeek(now);
  const { data, error, refetch } = useQuery(VolunteerHomeDocument, {
    variables: { from: iso(from), to: iso(from + AHEAD) },
    fetchPolicy: "cache-and-network",
  });
  const offers = useOffers(data?.myOffers ?? [], now);
  useAnnouncedOffers(data?.myOffers);
  useBoardEvents({
    document: PersonEventsDocument,
    variables: { board: `person/${viewer?.id}` },
    after: data?.viewer?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => {
      offers.hear(
        events.map(({ kind, subjectId, shift, request }) => ({
          kind,
          subjectId,
          cancelled: (shift ?? request)?.state === "CANCELLED",
        })),
      );
      void refetch();
    },
    refresh: () => refetch(),
  });
  const greeting = t(`volunteer.greeting.${partOfDay(now)}`, { name: viewer?.name ?? "" });
  return (
    <>
      <PageHead title={greeting} end={<Ends unread={data?.viewer?.unreadNotices ?? 0} />} />
      <main id="main" className={`wrap ${styles.home}`} tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {data ? (
          <Today data={data} now={now} offers={offers} refresh={() => void refetch()} />
        ) : (
          !error && <Skeleton rows={4} height={120} label={t("app.loading")} />
        )}
      </main>
    </>
  );
}

function Today(props: {
  data: VolunteerHomeQuery;
  now: number;
  offers: ReturnType<typeof useOffers>;
  refresh: () => void;
}) {
  const { t } = useWords();
  const { data, now, offers } = props;
  const duties = dutiesOf(data.mySchedule);
  const next = nextDuty(duties, now);
  const load = data.viewer?.person.load;
  return (
    <>
      <div className={styles.now}>
        {next ? (
          <NextDuty duty={next} />
        ) : (
          <EmptyState title={t("volunteer.nothing-next")}>{t("volunteer.nothing-next.text")}</EmptyState>
        )}
        <Offers
          open={offers.open}
          over={offers.over}
          onAnswered={(id, outcome) => {
            offers.settle(id, outcome);
            props.refresh();
          }}
        />
      </div>
      <div className={styles.later}>
        <Week now={now} duties={duties} offers={offers.open} />
        {load && <HoursServed load={load} />}
      </div>
    </>
  );
}

function Ends({ unread }: { unread: number }) {
  const { t } = useWords();
  return (
    <>
      <span className={styles.line}>
        <ConnectionChip />
      </span>
      <Link
        to="/inbox"
        className={`${buttonClass({ icon: true, tone: "quiet" })} ${styles.bell}`}
        aria-label={t("volunteer.inbox.unread", { count: unread })}
      >
        <Icon as={Bell} />
        {unread > 0 && <Count value={unread} className={styles.unread} />}
      </Link>
    </>
  );
}

/** An offer that arrives while one is here is said aloud; those of the first load are on the screen. */
function useAnnouncedOffers(offers: readonly OfferCardFragment[] | undefined): void {
  const { t } = useWords();
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (!offers) return;
    const fresh = known.current ? offers.filter(({ id }) => !known.current?.has(id)) : [];
    known.current = new Set([...(known.current ?? []), ...offers.map(({ id }) => id)]);
    if (fresh[0]) announce(t("volunteer.offer.new", { title: offerTitle(fresh[0]), count: fresh.length }));
  }, [offers, t]);
}
