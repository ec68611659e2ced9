import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { partWords } from "../../../engine/cost/cost.ts";
import { stepWords } from "../../../engine/fitness/funnel.ts";
import { relaxationWords } from "../../../engine/fitness/relaxation-words.ts";
import type { WhyNobody } from "../../../engine/fitness/why-nobody.ts";
import type { Problem } from "../../../kernel/refusal.ts";
import type { WeeklyWindow } from "../../../kernel/weekly.ts";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { ProblemType } from "../../../platform/graphql/payload.ts";
import { WeeklyWindowType } from "../../../platform/graphql/weekly-window.ts";
import { signed } from "../../../platform/policy.ts";
import { windowsOf } from "../../../platform/ranges.ts";
import { PersonType, personOf } from "../../people/graphql.ts";
import type { PersonRow } from "../../people/person.ts";
import type { AssignmentRow } from "../assignment.ts";
import { detail, headline } from "../candidate-words.ts";
import { type Candidate, type Candidates, candidatesFor, whyOf } from "../candidates.ts";
import { type FitFact, fitFacts } from "../fit-facts.ts";
import { AssignmentType } from "../graphql.ts";
import { FitFactType } from "../graphql-offers/types.ts";
import { workRefOf } from "../work.ts";
import { CostPartType, FunnelStepType, RelaxationType } from "./types.ts";

const mostListed = 100;

/** A candidate with the list that it stands in: whether somebody is first depends on the others. */
interface Listed {
  readonly candidate: Candidate;
  readonly all: Candidates;
}

@ObjectType("Candidate", { description: "Somebody who could be asked, or the reason why not." })
export class CandidateType {}

@ObjectType("Candidates", { description: "Who could do a piece of work, best first, and who could not and why." })
export class CandidatesType {
  @Field(() => Int, {
    description: "How many passed the coarse filter; of more than 400, those who suit best were looked at.",
  })
  found!: number;
}

@Resolver(() => CandidatesType)
export class CandidatesFace {
  @For("COORDINATOR")
  @Query(() => CandidatesType, { description: "Whom to ask for a shift or a request; name one of the two." })
  candidates(
    @Ctx() ctx: Context,
    @Arg("shift", () => ID, { nullable: true, description: "The shift." }) shift: string | null,
    @Arg("request", () => ID, { nullable: true, description: "The request." }) request: string | null,
  ): Promise<Candidates> {
    return candidatesFor(signed(ctx), workRefOf({ shift: shift ?? null, request: request ?? null }));
  }

  @FieldResolver(() => Int, { description: "How many fit." })
  fitting(@Root() all: Candidates): number {
    return all.fitting.length;
  }

  @FieldResolver(() => Int, { description: "How many are kept back by a rule." })
  blocked(@Root() all: Candidates): number {
    return all.blocked.length;
  }

  @FieldResolver(() => [CandidateType], {
    description: "Those who fit, best first, then those who do not; at most 100.",
  })
  list(@Root() all: Candidates): Listed[] {
    return [...all.fitting, ...all.blocked].slice(0, mostListed).map((candidate) => ({ candidate, all }));
  }

  @FieldResolver(() => [FunnelStepType], { description: "How they dwindle, step by step." })
  funnel(@Root() all: Candidates, @Ctx() { locale }: Context): FunnelStepType[] {
    return why(all).funnel.map(({ step, left }) => ({ code: step, label: stepWords(step, locale), count: left }));
  }

  @FieldResolver(() => [RelaxationType], { description: "What to give way on, least asked for first." })
  relaxations(@Root() all: Candidates, @Ctx() { locale }: Context): RelaxationType[] {
    return why(all).relaxations.map((one) => ({
      code: one.value === "" ? one.kind : `${one.kind}:${one.value}`,
      label: relaxationWords(one, locale),
      wouldFit: one.personIds.length,
    }));
  }
}

const known = new WeakMap<Candidates, WhyNobody>();

/** Worked out once, and only when somebody asks. */
function why(all: Candidates): WhyNobody {
  const found = known.get(all) ?? whyOf(all);
  known.set(all, found);
  return found;
}

@Resolver(() => CandidateType)
export class CandidateFace {
  @FieldResolver(() => ID, { description: "The person for this work." })
  id(@Root() { candidate, all }: Listed): string {
    return `${all.work.id}:${candidate.person.id}`;
  }

  @FieldResolver(() => PersonType, { description: "Who." })
  person(@Root() { candidate }: Listed, @Ctx() ctx: Context): Promise<PersonRow> {
    return personOf(ctx, candidate.person.id);
  }

  @FieldResolver(() => Boolean, { description: "True when no rule stands in the way." })
  fits(@Root() { candidate }: Listed): boolean {
    return candidate.reasons.length === 0;
  }

  @FieldResolver(() => [FitFactType], { description: "What stands against them, then what speaks for them." })
  facts(@Root() { candidate, all }: Listed, @Ctx() { locale }: Context): FitFact[] {
    return fitFacts(candidate.person, all.work, all.now, "coordinator", locale, candidate.reasons);
  }

  @FieldResolver(() => [ProblemType], { description: "Every rule that keeps them back; empty when they fit." })
  reasons(@Root() { candidate }: Listed): Problem[] {
    return candidate.reasons.map((reason) => ({ ...reason, path: ["person"] }));
  }

  @FieldResolver(() => String, { description: "Why they stand where they do, or what blocks them." })
  headline(@Root() { candidate, all }: Listed, @Ctx() { locale }: Context): string {
    return headline(candidate, all, locale);
  }

  @FieldResolver(() => String, { description: "Their record in a line, or what to do about the block." })
  detail(@Root() { candidate, all }: Listed, @Ctx() { locale }: Context): string {
    return detail(candidate, all, locale);
  }

  @FieldResolver(() => Int, { description: "Points; less is better." })
  cost(@Root() { candidate }: Listed): number {
    return candidate.cost.total;
  }

  @FieldResolver(() => [CostPartType], { description: "What the cost is made of." })
  parts(@Root() { candidate }: Listed, @Ctx() { locale }: Context): CostPartType[] {
    return candidate.cost.parts.map((part) => ({
      code: part.name,
      label: partWords(part, locale),
      units: part.units,
      weight: part.weight,
    }));
  }

  @FieldResolver(() => WeeklyWindowType, { nullable: true, description: "The weekly time that would be proposed." })
  weekly(@Root() { candidate }: Listed): WeeklyWindow | null {
    return windowsOf(candidate.sessions)[0] ?? null;
  }

  @FieldResolver(() => AssignmentType, { nullable: true, description: "The offer that is out to them already." })
  assignment(@Root() { candidate }: Listed): AssignmentRow | null {
    return candidate.offer;
  }
}
