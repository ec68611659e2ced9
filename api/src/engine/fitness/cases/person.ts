import { busy, type RuleCase, shiftAt, span } from "./given.ts";

const sixteen = { birthDate: "2010-11-28", guardianConsent: true };

export const personCases = {
  PERSON_NOT_ACTIVE: { passes: { person: { active: true } }, refuses: { person: { active: false } }, facts: {} },
  ALREADY_ASSIGNED: {
    passes: { person: { assignments: [{ workId: "shift-2", standing: false }] } },
    refuses: {
      person: {
        assignments: [{ workId: "shift-1", standing: false }],
        commitments: [busy("11-28 20:00", "11-28 22:00", { workId: "shift-1" })],
      },
    },
    facts: {},
  },
  EXCLUDED_PAIR: {
    passes: { work: { excludedPersonIds: ["person-2"] } },
    refuses: { work: { excludedPersonIds: ["person-2", "person-1"] } },
    facts: {},
  },
  UNDER_AGE: {
    // Fourteen on the very day of the shift.
    passes: { person: { ...sixteen, birthDate: "2012-11-28" } },
    refuses: { person: { ...sixteen, birthDate: "2012-11-29" } },
    facts: { minAge: 14, ageKnown: true },
  },
  GUARDIAN_CONSENT_MISSING: {
    passes: { person: { birthDate: "2008-11-28", guardianConsent: false } },
    refuses: { person: { birthDate: "2008-11-29", guardianConsent: false } },
    facts: { adultAge: 18 },
  },
  MATCHING_CONSENT_WITHDRAWN: {
    passes: { ask: "self", person: { refusesMatching: true } },
    refuses: { person: { refusesMatching: true } },
    facts: {},
  },
  MINOR_UNSAFE_WORK: {
    passes: { person: sixteen },
    refuses: { person: sixteen, work: shiftAt(span("11-28 22:00", "11-29 00:00")) },
    facts: { adultAge: 18, danger: "night" },
  },
} satisfies Record<string, RuleCase>;
