import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import type { Weekly } from "../../lib/weekly-words.ts";
import { AvailabilityDocument, type AvailabilityFragment, SetAvailabilityDocument } from "./availability.generated.ts";
import { readBands, type Ticked, writeBands } from "./bands.ts";

export type Exception = { startsAt: string; endsAt: string; available: boolean };
export type Answers = {
  ticked: Ticked;
  rest: readonly Weekly[];
  exceptions: readonly Exception[];
  maxWeekMinutes: number;
  maxAssignments: number;
};
type Problem = { code: string; message: string };

export function useAvailability(told: AvailabilityFragment) {
  const [answers, setAnswers] = useState<Answers>(() => read(told));
  const [changed, setChanged] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, { loading, error }] = useMutation(SetAvailabilityDocument);
  return {
    answers,
    changed,
    problems,
    loading,
    error,
    change(part: Partial<Answers>) {
      setAnswers((before) => ({ ...before, ...part }));
      setChanged(true);
    },
    undo() {
      setAnswers(read(told));
      setChanged(false);
      setProblems([]);
    },
    /** True once the server holds what is on the screen. */
    async save(): Promise<boolean> {
      const { ticked, rest, exceptions, maxWeekMinutes, maxAssignments } = answers;
      const { data } = await save({
        variables: {
          input: {
            expectedVersion: told.version,
            weekly: writeBands(ticked, rest),
            exceptions: exceptions.map(({ startsAt, endsAt, available }) => ({ startsAt, endsAt, available })),
            maxWeekMinutes,
            maxAssignments,
          },
        },
        update(cache, { data: answer }) {
          const availability = answer?.setAvailability.availability;
          if (!availability) return;
          cache.updateQuery({ query: AvailabilityDocument }, (before) =>
            before?.viewer ? { ...before, viewer: { ...before.viewer, availability } } : before,
          );
        },
      });
      const found = data?.setAvailability.problems ?? [];
      setProblems(found);
      return found.length === 0;
    },
  };
}

function read({ weekly, exceptions, maxWeekMinutes, maxAssignments }: AvailabilityFragment): Answers {
  return { ...readBands(weekly), exceptions, maxWeekMinutes, maxAssignments };
}
