import type { Instant, Interval } from "../../../kernel/interval.ts";
import type { Facts } from "../../../kernel/reason.ts";
import type { Ask } from "../case.ts";
import type { Commitment, HeldCredential, PersonFacts, Place } from "../person.ts";
import { hotlinePolicy } from "../policy.ts";
import type { WorkFacts } from "../work.ts";

/** Beijing wall time, e.g. "11-28 20:00", in 2026 unless a year is given. */
export const at = (text: string): Instant =>
  Date.parse(`${/^\d{4}-/.test(text) ? text : `2026-${text}`}`.replace(" ", "T").concat("+08:00"));

export const span = (from: string, to: string): Interval => ({ startsAt: at(from), endsAt: at(to) });

/** Monday evening, the week in which the cases play. */
export const monday = at("11-23 20:00");

export const dongcheng: Place = { siteId: "dongcheng-1", latitude: 39.93, longitude: 116.416 };
/** About 33 km from the one above. */
export const changping: Place = { siteId: "changping-1", latitude: 40.22, longitude: 116.32 };

export const verified = (kind: string, from = "2026-01-01 00:00", until: string | null = null): HeldCredential => ({
  kind,
  state: "verified",
  validFrom: at(from),
  validUntil: until === null ? null : at(until),
});

/** A counsellor who may take the shift below. */
export const counsellor: PersonFacts = {
  id: "person-1",
  active: true,
  birthDate: "1990-05-01",
  guardianConsent: false,
  refusesMatching: false,
  gender: "female",
  languages: ["zh"],
  modes: ["on_site", "online", "phone"],
  districts: ["101"],
  home: dongcheng,
  skills: [{ skill: "psychology", level: 3, specialisms: ["cbt"] }],
  wishedSkills: [],
  credentials: [verified("psychological_counsellor")],
  availability: {
    timeZone: "Asia/Shanghai",
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
    exceptions: [],
  },
  limits: { dayMinutes: null, weekMinutes: null, weekDuties: null, assignmentsAtOnce: null, travelMinutes: null },
  assignments: [],
  commitments: [],
  record: { recentMinutes: 0, lastServedAt: null, offersAccepted: 0, offersMade: 0 },
};

/** A hotline shift on Saturday evening that the counsellor above may take. */
export const hotlineShift: WorkFacts = {
  id: "shift-1",
  state: "open",
  timeZone: "Asia/Shanghai",
  time: { kind: "dated", spans: [span("11-28 20:00", "11-28 22:00")] },
  mode: "phone",
  otherModes: [],
  district: null,
  place: null,
  skills: [{ skill: "psychology", specialism: null, minLevel: 2 }],
  credentials: ["psychological_counsellor"],
  trainings: [],
  languages: ["zh"],
  minAge: null,
  minor: null,
  exposure: "none",
  placesFree: 1,
  signUp: { opensAt: null, closesAt: null },
  excludedPersonIds: [],
  formerPersonIds: [],
  wishes: { gender: null, language: null, firm: [] },
  waitingSince: null,
  policy: hotlinePolicy,
};

/** The same shift at other times. */
export const shiftAt = (...spans: readonly Interval[]): Partial<WorkFacts> => ({ time: { kind: "dated", spans } });

/** On two Tuesdays and Thursdays evenings a week, through December. */
export const tutoring: WorkFacts = {
  ...hotlineShift,
  id: "request-1",
  time: {
    kind: "weekly",
    period: span("12-01 00:00", "2027-01-01 00:00"),
    windows: [
      { weekday: 2, fromMinute: 1140, toMinute: 1260 },
      { weekday: 4, fromMinute: 1140, toMinute: 1260 },
    ],
    sessionMinutes: 60,
    sessionsPerWeek: 2,
  },
  mode: "online",
  skills: [{ skill: "tutoring", specialism: "math/junior2", minLevel: 1 }],
  credentials: [],
};

export const tutor: PersonFacts = {
  ...counsellor,
  id: "person-2",
  skills: [{ skill: "tutoring", level: 3, specialisms: ["math/junior1..junior3"] }],
};

let serial = 0;

/** Some other work that the person has taken on. */
export function busy(from: string, to: string, more: Partial<Commitment> = {}): Commitment {
  serial++;
  return {
    assignmentId: `assignment-${serial}`,
    workId: `other-work-${serial}`,
    ...span(from, to),
    exposure: "none",
    place: null,
    ...more,
  };
}

/** A counsellor, the hotline shift, Monday evening and the coordinator, unless the case says otherwise. */
export interface Situation {
  readonly person?: Partial<PersonFacts>;
  readonly work?: Partial<WorkFacts>;
  readonly now?: Instant;
  readonly ask?: Ask;
}

/** What every rule must have: somebody it lets pass, and somebody it alone refuses, with the facts it gives. */
export interface RuleCase {
  readonly passes: Situation;
  readonly refuses: Situation;
  readonly facts: Facts;
}
