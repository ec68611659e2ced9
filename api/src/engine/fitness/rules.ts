import type { Rule } from "./rule.ts";
import { alreadyAssigned } from "./rules/already-assigned.ts";
import { backgroundCheckMissing } from "./rules/background-check-missing.ts";
import { childSafeguardsMissing } from "./rules/child-safeguards-missing.ts";
import { continuousDutyTooLong } from "./rules/continuous-duty-too-long.ts";
import { credentialMissing } from "./rules/credential-missing.ts";
import { credentialNotValidThroughout } from "./rules/credential-not-valid-throughout.ts";
import { dayMinutesExceeded } from "./rules/day-minutes-exceeded.ts";
import { districtNotServed } from "./rules/district-not-served.ts";
import { excludedPair } from "./rules/excluded-pair.ts";
import { exposureSeparation } from "./rules/exposure-separation.ts";
import { firmWishNotMet } from "./rules/firm-wish-not-met.ts";
import { guardianConsentMissing } from "./rules/guardian-consent-missing.ts";
import { languageMissing } from "./rules/language-missing.ts";
import { matchingConsentWithdrawn } from "./rules/matching-consent-withdrawn.ts";
import { minorUnsafeWork } from "./rules/minor-unsafe-work.ts";
import { modeNotOffered } from "./rules/mode-not-offered.ts";
import { noPlacesLeft } from "./rules/no-places-left.ts";
import { notAvailable } from "./rules/not-available.ts";
import { personNotActive } from "./rules/person-not-active.ts";
import { restTooShort } from "./rules/rest-too-short.ts";
import { signUpClosed } from "./rules/sign-up-closed.ts";
import { signUpNotOpen } from "./rules/sign-up-not-open.ts";
import { skillLevelTooLow } from "./rules/skill-level-too-low.ts";
import { skillMissing } from "./rules/skill-missing.ts";
import { specialismMissing } from "./rules/specialism-missing.ts";
import { timeOverlap } from "./rules/time-overlap.ts";
import { tooManyAssignments } from "./rules/too-many-assignments.ts";
import { tooManyNightsInARow } from "./rules/too-many-nights-in-a-row.ts";
import { trainingMissing } from "./rules/training-missing.ts";
import { travelTimeTooShort } from "./rules/travel-time-too-short.ts";
import { travelTooFar } from "./rules/travel-too-far.ts";
import { underAge } from "./rules/under-age.ts";
import { weekDutiesExceeded } from "./rules/week-duties-exceeded.ts";
import { weekMinutesExceeded } from "./rules/week-minutes-exceeded.ts";
import { workCancelled } from "./rules/work-cancelled.ts";
import { workEnded } from "./rules/work-ended.ts";
import { workNotOpen } from "./rules/work-not-open.ts";
import { workStarted } from "./rules/work-started.ts";

/** Every hard rule, in the order in which reasons are told: cheap ones and those that nobody can cure first. */
export const rules = [
  // Is there anything to join?
  personNotActive,
  workCancelled,
  workNotOpen,
  workEnded,
  workStarted,
  signUpNotOpen,
  signUpClosed,
  noPlacesLeft,
  alreadyAssigned,
  excludedPair,
  // May this person at all?
  underAge,
  guardianConsentMissing,
  matchingConsentWithdrawn,
  // Can they do it?
  skillMissing,
  specialismMissing,
  skillLevelTooLow,
  languageMissing,
  credentialMissing,
  credentialNotValidThroughout,
  trainingMissing,
  backgroundCheckMissing,
  childSafeguardsMissing,
  // Would they, and would they be welcome?
  modeNotOffered,
  districtNotServed,
  travelTooFar,
  firmWishNotMet,
  // Have they the time and the rest?
  tooManyAssignments,
  notAvailable,
  timeOverlap,
  travelTimeTooShort,
  minorUnsafeWork,
  restTooShort,
  continuousDutyTooLong,
  dayMinutesExceeded,
  weekMinutesExceeded,
  weekDutiesExceeded,
  tooManyNightsInARow,
  exposureSeparation,
] as const;

/** The rules about *when*, which a choice of weekly sessions can still satisfy or break. */
export const spanRules: readonly Rule[] = [
  travelTimeTooShort,
  minorUnsafeWork,
  restTooShort,
  continuousDutyTooLong,
  dayMinutesExceeded,
  weekMinutesExceeded,
  weekDutiesExceeded,
  tooManyNightsInARow,
  exposureSeparation,
];

/** Closed set: clients may translate, count and filter by it. */
export type ReasonCode = (typeof rules)[number]["code"];
