import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { partWords } from "../../../engine/cost/cost.ts";
import type { WeeklyWindow } from "../../../kernel/weekly.ts";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { WeeklyWindowType } from "../../../platform/graphql/weekly-window.ts";
import { readRanges, windowsOf } from "../../../platform/ranges.ts";
import type { FitFact } from "../../assignments/fit-facts.ts";
import { CostPartType } from "../../assignments/graphql-candidates/types.ts";
import { FitFactType } from "../../assignments/graphql-offers/types.ts";
import { PersonType, personOf } from "../../people/graphql.ts";
import type { PersonRow } from "../../people/person.ts";
import { RequestType } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { requestsById } from "../../requests/store.ts";
import { ShiftType } from "../../shifts/graphql.ts";
import type { ShiftRow } from "../../shifts/shift.ts";
import { shiftsById } from "../../shifts/store.ts";
import type { ProposalRow } from "../proposal.ts";
import { fitByProposal, standingOf } from "../proposal-now.ts";
import { runsById } from "../store.ts";
import { cutSentence, explanationSentence, priceNote, relaxationLabel, staleSentence, stepLabel } from "../words.ts";
import { ExplanationType, ProposalState, ProposalType } from "./types.ts";

/** Whoever may see the run may see all of it: its scope is theirs. */
@Resolver(() => ProposalType)
export class ProposalFace {
  @FieldResolver(() => ProposalState, { description: "What became of it; STALE as soon as its request has changed." })
  async state(@Root() proposal: ProposalRow, @Ctx() ctx: Context): Promise<string> {
    return (await standingOf(ctx, proposal)).state;
  }

  @FieldResolver(() => String, { nullable: true, description: "What has changed since the run looked; null: nothing." })
  async staleReason(@Root() proposal: ProposalRow, @Ctx() ctx: Context): Promise<string | null> {
    const { reasons } = await standingOf(ctx, proposal);
    return reasons.length === 0 ? null : staleSentence(reasons, ctx.locale);
  }

  @FieldResolver(() => Boolean, { description: "Whether a review begins with it ticked." })
  async checked(@Root() proposal: ProposalRow, @Ctx() ctx: Context): Promise<boolean> {
    return proposal.kind === "added" && (await standingOf(ctx, proposal)).state === "open";
  }

  @FieldResolver(() => RequestType, { nullable: true, description: "The request, unless it is for a shift." })
  async request(@Root() { requestId }: ProposalRow, @Ctx() ctx: Context): Promise<RequestRow | null> {
    return requestId ? ((await batch(ctx, requestsById, requestId)) ?? null) : null;
  }

  @FieldResolver(() => ShiftType, { nullable: true, description: "The shift, unless it is for a request." })
  async shift(@Root() { shiftId }: ProposalRow, @Ctx() ctx: Context): Promise<ShiftRow | null> {
    return shiftId ? ((await batch(ctx, shiftsById, shiftId)) ?? null) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Whom it proposes; null: nobody." })
  async person(@Root() { personId }: ProposalRow, @Ctx() ctx: Context): Promise<PersonRow | null> {
    return personId ? personOf(ctx, personId) : null;
  }

  @FieldResolver(() => WeeklyWindowType, { nullable: true, description: "The first weekly time that suits both." })
  weekly(@Root() { weekly }: ProposalRow): WeeklyWindow | null {
    return windowsOf(readRanges(weekly ?? ""))[0] ?? null;
  }

  @FieldResolver(() => [CostPartType], { description: "What the cost is made of." })
  parts(@Root() { parts }: ProposalRow, @Ctx() ctx: Context): CostPartType[] {
    return parts.map((part) => ({
      code: part.name,
      label: partWords(part, ctx.locale),
      units: part.units,
      weight: part.weight,
    }));
  }

  @FieldResolver(() => [FitFactType], { description: "What speaks for the person and against them now." })
  async facts(@Root() proposal: ProposalRow, @Ctx() ctx: Context): Promise<FitFact[]> {
    return (await batch(ctx, fitByProposal, proposal.id)) ?? [];
  }

  @FieldResolver(() => String, { nullable: true, description: "How contested the person is; null: not at all." })
  async priceNote(@Root() { price, runId }: ProposalRow, @Ctx() ctx: Context): Promise<string | null> {
    const openPlace = (await batch(ctx, runsById, runId))?.stats.openPlace ?? Infinity;
    return price == null ? null : priceNote(price, openPlace, ctx.locale);
  }

  @FieldResolver(() => ExplanationType, { nullable: true, description: "Why places stay open; null where none do." })
  explanation(@Root() { explanation }: ProposalRow, @Ctx() ctx: Context): ExplanationType | null {
    if (!explanation) return null;
    const { funnel, relaxations, cut } = explanation;
    return {
      sentence: explanationSentence(explanation, ctx.locale),
      funnel: funnel.map(({ step, left }) => ({ code: step, label: stepLabel(step, ctx.locale), count: left })),
      relaxations: relaxations.map((one) => ({
        code: one.kind,
        label: relaxationLabel(one, ctx.locale),
        wouldFit: one.wouldFit,
      })),
      cut: cut && cutSentence(cut, ctx.locale),
    };
  }
}
