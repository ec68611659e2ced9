import { fit } from "../../engine/fitness/fit.ts";
import { isId } from "../../kernel/id.ts";
import { type Problem, refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { coordinates } from "../../platform/policy.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { freePlaces } from "../shifts/shift.ts";
import type { Bound } from "./claim-shift.ts";
import { countOnShift } from "./count-store.ts";
import { spanOf } from "./eligibility.ts";
import { AssignmentCancelled, AssignmentMade } from "./events.ts";
import { type HeldPlace, holdPlace } from "./hold-assignment.ts";
import { personFacts } from "./person-facts.ts";
import { commit, confirmAssignment, endAssignment } from "./place-store.ts";
import { relieveIfFull } from "./relieve.ts";
import { workOfShift } from "./shift-work.ts";

export interface ApproveApplication {
  readonly assignment: string;
  readonly expectedVersion: number;
  readonly approve: boolean;
  readonly reason: string | null;
}

const longestReason = 200;

/** Gives an applicant the place, or declines with a reason. Every rule is asked again: much may have changed since. */
export async function approveApplication(ctx: Signed, input: ApproveApplication): Promise<Bound> {
  const reason = input.reason?.trim() || null;
  if (!input.approve && reason === null) return refuse("REASON_REQUIRED", ["reason"]);
  if ((reason?.length ?? 0) > longestReason) return refuse("TOO_LONG", ["reason"], { most: longestReason });
  if (!isId(input.assignment)) return refuse("NOT_FOUND", ["assignment"]);
  return transaction(ctx, async (tx) => {
    const held = await holdPlace(tx, input.assignment);
    if (!held || !coordinates(tx.viewer, held.shift.districtId)) return refuse("NOT_FOUND", ["assignment"]);
    if (held.assignment.version !== input.expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
    if (held.assignment.state !== "applied") return refuse("ASSIGNMENT_STATE", ["assignment"]);
    return input.approve ? approve(tx, held) : decline(tx, held, reason);
  });
}

async function approve(tx: Signed & Tx, held: HeldPlace): Promise<Bound> {
  const { personId } = held.assignment;
  if (freePlaces(held.shift) === 0) return refuse("SHIFT_FULL", ["assignment"]);
  await lockPerson(tx, personId);
  refuseIf((await reasonsAgainst(tx, held)).map((reason) => ({ ...reason, path: ["assignment"] })));
  await relieveIfFull(tx, held.shift);
  const assignment = await confirmAssignment(tx, held.assignment.id);
  const { startsAt, endsAt, exposure } = held.shift;
  await commit(tx, assignment, [{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }], exposure);
  const shift = await countOnShift(tx, held.shift.id, 1);
  const on = [boards.district(shift.districtId), boards.site(shift.siteId), boards.person(personId)];
  record(tx, AssignmentMade, on, assignment, { shiftId: shift.id, shiftVersion: shift.version });
  return { assignment, shift };
}

async function decline(tx: Tx, { assignment, shift }: HeldPlace, reason: string | null): Promise<Bound> {
  const ended = await endAssignment(tx, assignment.id, "declined", reason);
  const on = [boards.district(shift.districtId), boards.person(assignment.personId)];
  record(tx, AssignmentCancelled, on, ended, { shiftId: shift.id, why: "declined" });
  return { assignment: ended, shift };
}

/** They asked in time and said themselves that they can: hours of sign-up, and the application itself, do not count. */
async function reasonsAgainst(tx: Tx, { assignment, shift }: HeldPlace): Promise<Problem[]> {
  const person = (await personFacts(tx, [assignment.personId], spanOf([shift]))).get(assignment.personId);
  if (!person) return refuse("PERSON_UNKNOWN", ["assignment"]);
  const asked = { ...workOfShift(shift), signUp: { opensAt: null, closesAt: null } };
  return fit(person, asked, tx.now().getTime(), "self").filter(({ code }) => code !== "ALREADY_ASSIGNED");
}
