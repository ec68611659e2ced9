import { at, type RuleCase, shiftAt, span, verified } from "./given.ts";

const timeZone = "Asia/Shanghai";
const started = shiftAt(span("11-23 19:00", "11-23 21:00"));

const checked = { credentials: [verified("psychological_counsellor"), verified("background_check")] };

export const openCases = {
  WORK_CANCELLED: { passes: {}, refuses: { work: { state: "cancelled" } }, facts: {} },
  WORK_NOT_OPEN: { passes: {}, refuses: { work: { state: "draft" } }, facts: { state: "draft" } },
  WORK_ENDED: {
    passes: { work: shiftAt(span("11-23 18:00", "11-23 20:01")) },
    refuses: { work: shiftAt(span("11-23 18:00", "11-23 20:00")) },
    facts: { endedAt: at("11-23 20:00"), timeZone },
  },
  WORK_STARTED: {
    passes: { work: started, ask: "coordinator" },
    refuses: { work: started, ask: "self" },
    facts: { startedAt: at("11-23 19:00"), timeZone },
  },
  SIGN_UP_NOT_OPEN: {
    passes: { work: { signUp: { opensAt: at("11-23 20:00"), closesAt: null } }, ask: "self" },
    refuses: { work: { signUp: { opensAt: at("11-26 12:00"), closesAt: null } }, ask: "self" },
    facts: { opensAt: at("11-26 12:00"), timeZone },
  },
  SIGN_UP_CLOSED: {
    passes: { work: { signUp: { opensAt: null, closesAt: at("11-23 20:00") } }, ask: "coordinator" },
    refuses: { work: { signUp: { opensAt: null, closesAt: at("11-23 20:00") } }, ask: "self" },
    facts: { closedAt: at("11-23 20:00"), timeZone },
  },
  NO_PLACES_LEFT: { passes: { work: { placesFree: 1 } }, refuses: { work: { placesFree: 0 } }, facts: {} },
  CHILD_SAFEGUARDS_MISSING: {
    passes: { person: checked, work: { minor: { guardianConsent: true, secondAdult: true } } },
    refuses: { person: checked, work: { minor: { guardianConsent: true, secondAdult: false } } },
    facts: { guardianConsent: true, secondAdult: false },
  },
} satisfies Record<string, RuleCase>;
