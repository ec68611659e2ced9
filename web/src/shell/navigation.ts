import type { MessageId } from "@lingui/core";
import {
  BadgeCheck,
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarDays,
  GitCompare,
  HandHeart,
  House,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
} from "lucide-react";
import type { Role } from "../lib/viewer.ts";

type Path =
  | "/home"
  | "/schedule"
  | "/inbox"
  | "/availability"
  | "/skills"
  | "/slots"
  | "/requests"
  | "/board"
  | "/matcher"
  | "/credentials"
  | "/credentials/mine";
export type Place = {
  to: Path;
  word: MessageId;
  icon: LucideIcon /** For a tab, where the whole word takes two lines. */;
  short?: MessageId;
};

const home: Place = { to: "/home", word: "app.home", icon: House };
const schedule: Place = { to: "/schedule", word: "app.calendar", icon: CalendarDays };
const inbox: Place = { to: "/inbox", word: "app.inbox", icon: Bell };
const availability: Place = { to: "/availability", word: "app.availability", icon: CalendarCheck };
const skills: Place = { to: "/skills", word: "app.skills", icon: HandHeart };
const slots: Place = { to: "/slots", word: "app.slots", short: "app.slots.short", icon: CalendarClock };
const requests: Place = { to: "/requests", word: "app.requests", icon: Inbox };
const board: Place = { to: "/board", word: "app.board", icon: LayoutDashboard };
const match: Place = { to: "/matcher", word: "app.match", icon: GitCompare };

const checks: Place = { to: "/credentials", word: "app.credentials", short: "app.credentials.short", icon: BadgeCheck };
const mine: Place = { to: "/credentials/mine", word: "app.my-credentials", icon: BadgeCheck };

/** Where each role works; the first place is its home. A place stands here only when its screen exists. */
export const placesOf: Record<Role, readonly [Place, ...Place[]]> = {
  counsellor: [slots, schedule, home, inbox, availability, skills, mine],
  family: [requests, inbox],
  volunteer: [home, schedule, inbox, availability, skills, mine],
  coordinator: [board, match, inbox],
  checker: [checks, inbox],
  staff: [board, inbox],
};

/** On a desk notices stand at the foot of the rail, beside the account. */
export const isAtFoot = ({ to }: Place): boolean => to === "/inbox";
