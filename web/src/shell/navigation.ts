import type { MessageId } from "@lingui/core";
import { CalendarClock, GitCompare, House, Inbox, LayoutDashboard, type LucideIcon } from "lucide-react";
import type { Role } from "../lib/viewer.ts";

export type Place = { to: "/home" | "/slots" | "/requests" | "/board" | "/match"; word: MessageId; icon: LucideIcon };

const home: Place = { to: "/home", word: "app.home", icon: House };
const slots: Place = { to: "/slots", word: "app.slots", icon: CalendarClock };
const requests: Place = { to: "/requests", word: "app.requests", icon: Inbox };
const board: Place = { to: "/board", word: "app.board", icon: LayoutDashboard };
const match: Place = { to: "/match", word: "app.match", icon: GitCompare };

/** Where each role works; the first place is its home. A place stands here only when its screen exists. */
export const placesOf: Record<Role, readonly [Place, ...Place[]]> = {
  counsellor: [slots, home],
  family: [requests],
  volunteer: [home],
  coordinator: [board, match],
  staff: [board],
};
