import { Ctx, Field, FieldResolver, InterfaceType, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import { rules } from "../../engine/fitness/rules.ts";
import { problemSentences } from "../../kernel/problems.ts";
import type { Reason } from "../../kernel/reason.ts";
import { type Problem, Refusal } from "../../kernel/refusal.ts";
import type { Context } from "../context.ts";
import { mayBeOverridden, messageOf, shortMessageOf } from "../words.ts";

const codes = [...Object.keys(problemSentences), ...rules.map((rule) => rule.code)];
export const ProblemCode: Record<string, string> = Object.fromEntries(codes.map((code) => [code, code]));
registerEnumType(ProblemCode, {
  name: "ProblemCode",
  description: "Every reason for which something may be refused. `message` says it in words.",
});

@ObjectType("Problem", { description: "Why a mutation changed nothing, or why something may not be done." })
export class ProblemType {
  @Field(() => ProblemCode, { description: "Which reason it is; stable, for programs." })
  code!: string;

  @Field(() => [String], { description: "Which part of the input it is about; empty: the operation as a whole." })
  path!: readonly string[];
}

@Resolver(() => ProblemType)
export class ProblemWords {
  @FieldResolver(() => String, { description: "What is wrong and what to do next, in the viewer's language." })
  message(@Root() problem: Reason, @Ctx() ctx: Context): string {
    return messageOf(problem, ctx.locale);
  }

  @FieldResolver(() => String, { description: "The same in a few words, for a cell or a chip." })
  short(@Root() problem: Reason, @Ctx() ctx: Context): string {
    return shortMessageOf(problem, ctx.locale);
  }

  @FieldResolver(() => Boolean, { description: "True when a coordinator may go on with a stated reason." })
  overridable(@Root() problem: Reason): boolean {
    return mayBeOverridden(problem);
  }
}

@InterfaceType("Payload", { description: "What every mutation answers with." })
export abstract class Payload {
  @Field(() => [ProblemType], { description: "Empty when the mutation happened; else nothing has changed." })
  problems!: readonly Problem[];
}

@ObjectType("Eligibility", { description: "Whether the viewer may do something now, and if not why." })
export class EligibilityType {
  @Field(() => Boolean, { description: "True when there is no reason against it." })
  allowed!: boolean;

  @Field(() => [ProblemType], { description: "Every reason against it; empty when allowed." })
  reasons!: readonly Problem[];
}

const withPath = (problem: Problem): Problem => ({ ...problem, path: problem.path ?? [] });

/** The face of a list of reasons. */
export const eligibility = (reasons: readonly Problem[]): EligibilityType => ({
  allowed: reasons.length === 0,
  reasons: reasons.map(withPath),
});

/** Turns a refusal into data; anything else stays a fault and is masked at the door. */
export async function answer<T extends object>(work: Promise<T>): Promise<T & Payload> {
  try {
    return { ...(await work), problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { problems: error.problems.map(withPath) } as unknown as T & Payload;
    throw error;
  }
}
