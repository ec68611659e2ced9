import { useQuery } from "@apollo/client/react";
import { useBoardEvents } from "../../lib/live.ts";
import { useViewer } from "../../lib/viewer.ts";
import { MyBoardDocument, MyWeekDocument, SlotBoardDocument, SlotWeekDocument } from "./slots.generated.ts";
import type { HotlineSite } from "./slots-frame.tsx";
import type { Week } from "./week.ts";

/** A hotline's week and the person's own, both kept live. Weeks seen before show at once and are read again. */
export function useWeek(site: HotlineSite, week: Week) {
  const { from, to } = week;
  const slots = useQuery(SlotWeekDocument, {
    variables: { site: site.id, from, to },
    fetchPolicy: "cache-and-network",
  });
  const mine = useQuery(MyWeekDocument, { variables: { from, to }, fetchPolicy: "cache-and-network" });
  const readAgain = () => Promise.all([slots.refetch(), mine.refetch()]).catch(() => {});

  useBoardEvents({
    document: SlotBoardDocument,
    variables: { board: site.board },
    // The site was read before its week: whatever has happened since is told.
    after: slots.data && site.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => {
      if (events.some(({ kind }) => kind === "SHIFT_PUBLISHED")) void slots.refetch().catch(() => {});
    },
    refresh: readAgain,
  });
  // Whatever the person has taken on decides what else the rules let them take: all of it is read again.
  useBoardEvents({
    document: MyBoardDocument,
    variables: { board: `person/${useViewer()?.id}` },
    after: mine.data?.viewer?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: readAgain,
    refresh: readAgain,
  });
  return { slots, mine, readAgain };
}
