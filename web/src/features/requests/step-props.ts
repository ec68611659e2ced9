import type { Answers } from "./answers.ts";
import type { Lesson } from "./lessons.ts";

export type StepProps = {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  /** The sentence about a field after a vain "next". */
  errorOf: (field: string) => string | undefined;
  lessons: readonly Lesson[];
  districts: readonly { id: string; name: string }[];
};
