import { at, type RuleCase, verified } from "./given.ts";

const math = (specialism: string) => ({ skills: [{ skill: "tutoring", level: 3, specialisms: [specialism] }] });
const needsMath = { skills: [{ skill: "tutoring", specialism: "math/junior2", minLevel: 1 }] };
const licence = (until: string) => ({
  credentials: [verified("psychological_counsellor", "2026-01-01 00:00", until)],
});
const withChild = { minor: { guardianConsent: true, secondAdult: true } };
const checkedOn = (date: string) => ({
  credentials: [verified("psychological_counsellor"), verified("background_check", date)],
});

export const abilityCases = {
  SKILL_MISSING: {
    passes: { work: { skills: [{ skill: "psychology", specialism: null, minLevel: 1 }] } },
    refuses: { work: { skills: [{ skill: "translation", specialism: null, minLevel: 1 }] } },
    facts: { skills: ["translation"] },
  },
  SPECIALISM_MISSING: {
    passes: { person: math("math/junior1..junior3"), work: needsMath },
    refuses: { person: math("physics/junior2"), work: needsMath },
    facts: { specialisms: ["math/junior2"] },
  },
  SKILL_LEVEL_TOO_LOW: {
    passes: { work: { skills: [{ skill: "psychology", specialism: null, minLevel: 3 }] } },
    refuses: { work: { skills: [{ skill: "psychology", specialism: null, minLevel: 4 }] } },
    facts: { skill: "psychology", minLevel: 4, level: 3 },
  },
  LANGUAGE_MISSING: {
    passes: { person: { languages: ["zh", "en"] }, work: { languages: ["en"] } },
    refuses: { work: { languages: ["zh", "en"] } },
    facts: { languages: ["en"] },
  },
  CREDENTIAL_MISSING: {
    passes: {},
    refuses: { person: { credentials: [{ ...verified("psychological_counsellor"), state: "submitted" }] } },
    facts: { credential: "psychological_counsellor", state: "submitted" },
  },
  CREDENTIAL_NOT_VALID_THROUGHOUT: {
    // Ends as the shift ends: good enough. One minute earlier is not.
    passes: { person: licence("2026-11-28 22:00") },
    refuses: { person: licence("2026-11-28 21:59") },
    facts: {
      credential: "psychological_counsellor",
      problem: "ends_earlier",
      at: at("11-28 21:59"),
      timeZone: "Asia/Shanghai",
    },
  },
  TRAINING_MISSING: {
    passes: {
      person: { credentials: [verified("psychological_counsellor"), verified("training:protection")] },
      work: { trainings: ["protection"] },
    },
    refuses: { work: { trainings: ["protection"] } },
    facts: { courses: ["protection"] },
  },
  BACKGROUND_CHECK_MISSING: {
    // 365 days from 2025-11-28 22:00 end with the shift.
    passes: { person: checkedOn("2025-11-28 22:00"), work: withChild },
    refuses: { person: checkedOn("2025-11-28 21:00"), work: withChild },
    facts: { days: 365, onRecord: true },
  },
} satisfies Record<string, RuleCase>;
