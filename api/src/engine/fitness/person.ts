import type { Point } from "../../kernel/districts.ts";
import type { Instant, Interval } from "../../kernel/interval.ts";
import type { WeeklyWindow } from "../../kernel/weekly.ts";
import type { ExposureClass } from "./policy.ts";

export type Mode = "on_site" | "online" | "phone";
export type Gender = "female" | "male";

/** A point on the map, and the site it belongs to; within one site nobody travels. */
export interface Place extends Point {
  readonly siteId: string | null;
}

export interface HeldSkill {
  readonly skill: string;
  /** 1 to 5. */
  readonly level: number;
  /** What exactly (specialism.ts); with none, work that needs a specialism is out of reach. */
  readonly specialisms: readonly string[];
}

export interface HeldCredential {
  readonly kind: string;
  readonly state: "submitted" | "verified" | "rejected" | "expired" | "revoked";
  /** First moment of validity; for a background check, when it was made. */
  readonly validFrom: Instant;
  /** First moment at which it no longer counts; null is without end. */
  readonly validUntil: Instant | null;
}

export interface Availability {
  readonly timeZone: string;
  /** Null: never said. That is not "always", so the matcher leaves the person alone; an empty list is "never". */
  readonly weekly: readonly WeeklyWindow[] | null;
  /** Dated exceptions; where they overlap, "not free" wins. */
  readonly exceptions: readonly (Interval & { readonly free: boolean })[];
}

/** The person's own limits, below those of the policy; null is none. */
export interface OwnLimits {
  readonly dayMinutes: number | null;
  readonly weekMinutes: number | null;
  /** Duties of any length in an ISO week. */
  readonly weekDuties: number | null;
  /** Standing assignments: families who count on them at the same time. */
  readonly assignmentsAtOnce: number | null;
  readonly travelMinutes: number | null;
}

/** One span of time that the person has already given, to whatever kind of work. For a swap, leave out the one given away. */
export interface Commitment extends Interval {
  readonly assignmentId: string;
  /** The shift or request. */
  readonly workId: string;
  readonly exposure: ExposureClass;
  /** Null: nothing to travel to (online, phone). */
  readonly place: Place | null;
}

/**
 * Work that the person is bound to, or has applied for, or is asked to do: whatever is alive, with or without
 * a fixed time. When somebody answers an offer, leave that offer out.
 */
export interface LiveAssignment {
  readonly workId: string;
  /** It goes on from week to week: a request, not a shift. */
  readonly standing: boolean;
}

/** What the rules know of a person: no name, no contact, nothing that may not be logged. */
export interface PersonFacts {
  readonly id: string;
  /** False while paused, suspended or leaving. */
  readonly active: boolean;
  /** Calendar date `YYYY-MM-DD`; null where unknown. */
  readonly birthDate: string | null;
  readonly guardianConsent: boolean;
  /** They agreed to be matched once and have taken it back since. */
  readonly refusesMatching: boolean;
  readonly gender: Gender | null;
  readonly languages: readonly string[];
  readonly modes: readonly Mode[];
  /** Districts they will serve on site; none named means all. */
  readonly districts: readonly string[];
  /** The centre of their district (kernel/districts.ts) where nothing finer is known or may be used. */
  readonly home: Place | null;
  readonly skills: readonly HeldSkill[];
  /** Skills they would rather be asked for; none named means any. A wish: it costs, it does not bar. */
  readonly wishedSkills: readonly string[];
  readonly credentials: readonly HeldCredential[];
  readonly availability: Availability;
  readonly limits: OwnLimits;
  readonly assignments: readonly LiveAssignment[];
  /** In order of start. At least those from a week before to a week after the work; for exposure, `separationDays` around it. */
  readonly commitments: readonly Commitment[];
  /** Figures that only the cost looks at. */
  readonly record: ServiceRecord;
}

export interface ServiceRecord {
  /** Minutes served in the last 28 days. */
  readonly recentMinutes: number;
  readonly lastServedAt: Instant | null;
  /** Offers answered with yes, and answered or expired, in the last 90 days. */
  readonly offersAccepted: number;
  readonly offersMade: number;
}
