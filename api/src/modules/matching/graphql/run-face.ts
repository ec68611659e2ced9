import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Page, pageOf, windowOf } from "../../../kernel/page.ts";
import { refuse } from "../../../kernel/refusal.ts";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { boards, type OnBoard, seqDescription } from "../../../platform/events.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { PageArguments } from "../../../platform/graphql/connection.ts";
import { PersonType, personOf } from "../../people/graphql.ts";
import type { PersonRow } from "../../people/person.ts";
import { DistrictType, districtOf } from "../../sites/graphql.ts";
import type { DistrictRow } from "../../sites/site.ts";
import { mayRun, visibleRuns } from "../hold-run.ts";
import type { MatchRunRow } from "../match-run.ts";
import type { ProposalRow } from "../proposal.ts";
import type { ProposalKind as ProposalKindName } from "../states.ts";
import { proposalsOf, runsOf } from "../store.ts";
import { failureSentence } from "../words.ts";
import { MatchRunConnection, MatchRunType, ProposalConnection, ProposalKind } from "./types.ts";

const cursorOf = (run: MatchRunRow) => [run.startedAt.toISOString(), run.id];
const numberOf = (units: string | null | undefined): number | null => (units == null ? null : Number(units));

@Resolver(() => MatchRunType)
export class MatchRunFace {
  @For("COORDINATOR")
  @Query(() => MatchRunType, {
    nullable: true,
    description: "One run; null when there is none that the viewer may see.",
  })
  async matchRun(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "The run." }) id: string,
  ): Promise<MatchRunRow | null> {
    return (await batch(ctx, visibleRuns, id)) ?? null;
  }

  @For("COORDINATOR")
  @Query(() => MatchRunConnection, { description: "Runs of a district, newest first; without one, of the whole city." })
  async matchRuns(
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("district", () => ID, { nullable: true, description: "The district." }) district: string | null,
  ): Promise<Page<MatchRunRow>> {
    const window = windowOf(page, 2);
    const districtId = district == null ? null : Number(district);
    const mine = !Number.isNaN(districtId) && mayRun(ctx.viewer, districtId);
    return pageOf(mine ? await runsOf(ctx, districtId, window) : [], window, cursorOf);
  }

  @FieldResolver(() => DistrictType, { nullable: true, description: "The district; null: the whole city." })
  async district(@Root() { districtId }: MatchRunRow, @Ctx() ctx: Context): Promise<DistrictRow | null> {
    return districtId == null ? null : districtOf(ctx, districtId);
  }

  @FieldResolver(() => PersonType, { description: "Who asked for it." })
  startedBy(@Root() run: MatchRunRow, @Ctx() ctx: Context): Promise<PersonRow> {
    return personOf(ctx, run.startedBy);
  }

  @FieldResolver(() => Float, { nullable: true, description: "What the plan costs, open places included." })
  objective(@Root() run: MatchRunRow): number | null {
    return numberOf(run.objective);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What every plan of the pairs weighed costs at least; equal to the objective: the proof that none is better. Pairs given up over a clash are not among them: see lossAtMost.",
  })
  dual(@Root() run: MatchRunRow): number | null {
    return numberOf(run.dual);
  }

  @FieldResolver(() => Int, { description: "Open requests that it looked at." })
  openRequests(@Root() { stats }: MatchRunRow): number {
    return stats.requests ?? 0;
  }

  @FieldResolver(() => Int, { description: "Volunteers that it looked at." })
  volunteers(@Root() { stats }: MatchRunRow): number {
    return stats.people ?? 0;
  }

  @FieldResolver(() => Int, { description: "Pairs that were weighed." })
  edges(@Root() { stats }: MatchRunRow): number {
    return stats.edges ?? 0;
  }

  @FieldResolver(() => Int, { description: "Proposals that fill an empty place." })
  added(@Root() { stats }: MatchRunRow): number {
    return stats.added ?? 0;
  }

  @FieldResolver(() => Int, { description: "Proposals that replace somebody." })
  moved(@Root() { stats }: MatchRunRow): number {
    return stats.moved ?? 0;
  }

  @FieldResolver(() => Int, { description: "Requests with places that stay open." })
  unfilled(@Root() { stats }: MatchRunRow): number {
    return stats.unfilled ?? 0;
  }

  @FieldResolver(() => Int, { description: "Requests that have more candidates than were weighed for them." })
  capped(@Root() { stats }: MatchRunRow): number {
    return stats.capped ?? 0;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Cost points that a better choice could save at most where two new assignments of one person clash; 0: none could.",
  })
  lossAtMost(@Root() { stats }: MatchRunRow): number | null {
    return stats.lossAtMost ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: "Seconds from being taken up to being ready." })
  seconds(@Root() { stats }: MatchRunRow): number | null {
    return stats.seconds ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it failed, and what to do." })
  failure(@Root() { failure }: MatchRunRow, @Ctx() ctx: Context): string | null {
    return failure == null ? null : failureSentence(failure, ctx.locale);
  }

  @FieldResolver(() => String, { description: "The key of its board, to watch its progress." })
  board(@Root() run: MatchRunRow): string {
    return boards.run(run.id);
  }

  @FieldResolver(() => Int, { description: seqDescription })
  seq(@Root() { seq = 0 }: MatchRunRow & OnBoard): number {
    return seq;
  }

  @FieldResolver(() => ProposalConnection, { description: "What it proposes, the most urgent first." })
  async proposals(
    @Root() run: MatchRunRow,
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("kind", () => ProposalKind, { nullable: true, description: "Only this kind." }) kind: ProposalKindName | null,
  ): Promise<Page<ProposalRow>> {
    if (!mayRun(ctx.viewer, run.districtId)) return refuse("NOT_FOUND");
    const window = windowOf(page, 1);
    return pageOf(await proposalsOf(ctx, run.id, kind ?? null, window), window, ({ position }) => [String(position)]);
  }
}
