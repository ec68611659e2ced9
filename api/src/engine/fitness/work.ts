import type { Instant, Interval } from "../../kernel/interval.ts";
import type { WeeklyWindow } from "../../kernel/weekly.ts";
import type { Gender, Mode, Place } from "./person.ts";
import type { ExposureClass, Policy } from "./policy.ts";

/** A skill that the work needs; null where any specialism or level will do. */
export interface NeededSkill {
  /** Code such as `tutoring`, `translation`, `psychology`. */
  readonly skill: string;
  /** `math/junior2`, `zh>en`, `cbt` (specialism.ts has the grammar). */
  readonly specialism: string | null;
  /** 1 (can help) to 5 (can teach others). */
  readonly minLevel: number;
}

/** A shift, or a request with a fixed time: one or more spans, all of which are served. */
export interface DatedTime {
  readonly kind: "dated";
  readonly spans: readonly Interval[];
}

/** So many sessions each week, inside any of the windows. */
export interface WeeklyTime {
  readonly kind: "weekly";
  /** First and last moment of the whole arrangement. */
  readonly period: Interval;
  readonly windows: readonly WeeklyWindow[];
  readonly sessionMinutes: number;
  readonly sessionsPerWeek: number;
}

/** So many minutes somewhere in a period ("15 hours in December"), in pieces of at least `sessionMinutes`. */
export interface FlexibleTime {
  readonly kind: "flexible";
  readonly period: Interval;
  /** Hours that suit whoever asks; none given means any hour. */
  readonly windows: readonly WeeklyWindow[];
  readonly totalMinutes: number;
  readonly sessionMinutes: number;
}

export type WorkTime = DatedTime | WeeklyTime | FlexibleTime;

export interface WorkWishes {
  readonly gender: Gender | null;
  readonly language: string | null;
  /** Wishes without which they would rather have nobody: then a rule, not a cost. */
  readonly firm: readonly ("gender" | "language")[];
}

/** What a shift or a request asks of whoever does it, and how things stand with it now. */
export interface WorkFacts {
  readonly id: string;
  readonly state: "draft" | "open" | "cancelled" | "closed";
  /** IANA zone of the place: days, weeks, nights and windows are read on its clock. */
  readonly timeZone: string;
  readonly time: WorkTime;
  readonly mode: Mode;
  /** Modes in which the same could also be done, if whoever asks agrees; a gate has none. */
  readonly otherModes: readonly Mode[];
  /** District code; null for work that has no place. */
  readonly district: string | null;
  readonly place: Place | null;
  readonly skills: readonly NeededSkill[];
  /** Kinds of credential, e.g. `psychological_counsellor`; each must be valid for the whole time. */
  readonly credentials: readonly string[];
  /** Courses: "no training, no post". Held as credentials of kind `training:<course>`. */
  readonly trainings: readonly string[];
  readonly languages: readonly string[];
  /** Least age of the post itself; null leaves it to the policy. */
  readonly minAge: number | null;
  /** Set where a minor is served: what the arrangement has to have before anybody comes. */
  readonly minor: { readonly guardianConsent: boolean; readonly secondAdult: boolean } | null;
  readonly exposure: ExposureClass;
  readonly placesFree: number;
  readonly signUp: { readonly opensAt: Instant | null; readonly closesAt: Instant | null };
  /** People who may never meet this work: excluded pairs, resolved by the caller. */
  readonly excludedPersonIds: readonly string[];
  /** Who has served these people before: continuity is worth something to them. */
  readonly formerPersonIds: readonly string[];
  readonly wishes: WorkWishes;
  readonly waitingSince: Instant | null;
  readonly policy: Policy;
}
