import type { Case } from "../../../engine/fitness/case.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";

/** The person as they would be after taking this work on as well. */
export function taking({ person, work, spans }: Case): PersonFacts {
  const taken = spans.map((span) => ({
    ...span,
    assignmentId: work.id,
    workId: work.id,
    exposure: work.exposure,
    place: work.place,
  }));
  return {
    ...person,
    assignments: [...person.assignments, { workId: work.id, standing: work.time.kind !== "dated" }],
    commitments: [...person.commitments, ...taken].sort((a, b) => a.startsAt - b.startsAt),
  };
}
