import type { ProblemName } from "../kernel/problems.ts";
import type { Problem } from "../kernel/refusal.ts";

/** What a person is told when the database refuses: the same as the rule that should have refused before. */
const problems: Readonly<Record<string, ProblemName | "EXCLUDED_PAIR">> = {
  commitment_no_overlap: "TIME_TAKEN",
  shift_places_taken: "SHIFT_FULL",
  assignment_once_shift: "ALREADY_YOURS",
  assignment_once_request: "ALREADY_YOURS",
  assignment_excluded_pair: "EXCLUDED_PAIR",
  request_places_taken: "REQUEST_FILLED",
  shift_cover: "COVER_ABOVE_PLACES",
  shift_sign_up: "SIGN_UP_ORDER",
  person_phone_key_key: "CONTACT_TAKEN",
  person_email_key_key: "CONTACT_TAKEN",
  credential_checkers_differ: "CHECKER_SAME",
  credential_not_checked_by_holder: "CHECKER_IS_HOLDER",
  credential_validity: "VALIDITY_INVALID",
  availability_exception_no_overlap: "EXCEPTIONS_OVERLAP",
  match_run_one_at_a_time: "RUN_BUSY",
};

export function problemOfConstraint(name: string): Problem | null {
  const code = problems[name];
  return code === undefined ? null : { code, facts: {} };
}
