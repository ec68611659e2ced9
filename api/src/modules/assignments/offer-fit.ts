import type { Context } from "../../platform/context.ts";
import { coordinates } from "../../platform/policy.ts";
import type { AssignmentRow } from "./assignment.ts";
import { type FitFact, fitFacts } from "./fit-facts.ts";
import { personFacts } from "./person-facts.ts";
import { requestWorkById } from "./request-work.ts";
import { atSessions } from "./sessions.ts";
import { shiftWorkById } from "./shift-work.ts";
import { assignmentsById } from "./store.ts";
import { factsOf, horizonOf, type Work } from "./work.ts";

/** What speaks for and against each assignment now; for the person themselves and their coordinators. Five statements for any number. */
export async function fitByAssignment(ctx: Context, ids: readonly string[]): Promise<Map<string, FitFact[]>> {
  const assignments = [...(await assignmentsById(ctx, ids)).values()].filter((assignment) => mayKnow(ctx, assignment));
  if (assignments.length === 0) return new Map();
  const works = await worksOf(ctx, assignments);
  const now = ctx.now().getTime();
  const pairs = assignments.flatMap((assignment) => {
    const work = works.get(assignment.requestId ?? assignment.shiftId ?? "");
    if (!work) return [];
    const facts = factsOf(work, now);
    return [{ assignment, work: atSessions({ ...facts, placesFree: facts.placesFree + 1 }, assignment.weekly) }];
  });
  const spans = pairs.map(({ work }) => horizonOf(work, now));
  const people = await personFacts(ctx, [...new Set(assignments.map(({ personId }) => personId))], {
    startsAt: Math.min(...spans.map((span) => span.startsAt)),
    endsAt: Math.max(...spans.map((span) => span.endsAt)),
  });
  return new Map(
    pairs.map(({ assignment, work }) => {
      const person = people.get(assignment.personId)!;
      // That they are on it already is no obstacle to it.
      const others = {
        ...person,
        assignments: person.assignments.filter((held) => held.workId !== work.id),
        commitments: person.commitments.filter((held) => held.workId !== work.id),
      };
      return [assignment.id, fitFacts(others, work, now, "self", ctx.locale)];
    }),
  );
}

const mayKnow = ({ viewer }: Context, { personId, districtId }: AssignmentRow): boolean =>
  viewer?.personId === personId || coordinates(viewer, districtId);

async function worksOf(ctx: Context, assignments: readonly AssignmentRow[]): Promise<Map<string, Work>> {
  const ids = (key: "shiftId" | "requestId") => [
    ...new Set(assignments.map((one) => one[key]).filter((id) => id != null)),
  ];
  const [shifts, requests] = [await shiftWorkById(ctx, ids("shiftId")), await requestWorkById(ctx, ids("requestId"))];
  return new Map<string, Work>([
    ...[...shifts].map(([id, row]) => [id, { noun: "shift", row }] as const),
    ...[...requests].map(([id, row]) => [id, { noun: "request", row }] as const),
  ]);
}
