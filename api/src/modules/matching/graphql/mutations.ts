import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { forgetReads } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { answer } from "../../../platform/graphql/payload.ts";
import { signed } from "../../../platform/policy.ts";
import { applyMatchRun } from "../apply-match-run.ts";
import type { MatchRunRow } from "../match-run.ts";
import { startMatchRun } from "../start-match-run.ts";
import { discardMatchRun, stopMatchRun } from "../stop-match-run.ts";
import {
  ApplyMatchRunInput,
  ApplyMatchRunPayload,
  DiscardMatchRunInput,
  MatchRunPayload,
  StartMatchRunInput,
  StopMatchRunInput,
} from "./types.ts";

const withRun = (change: Promise<MatchRunRow>) => answer(change.then((matchRun) => ({ matchRun })));

@Resolver()
export class MatchRunMutations {
  @For("COORDINATOR")
  @Mutation(() => MatchRunPayload, { description: "Computes the best plan for everything open, for review." })
  startMatchRun(
    @Arg("input", () => StartMatchRunInput, { description: "For where." }) input: StartMatchRunInput,
    @Ctx() ctx: Context,
  ) {
    const { idempotencyKey, district = null, seed = null } = input;
    return withRun(startMatchRun(signed(ctx), { idempotencyKey, district, seed }));
  }

  @For("COORDINATOR")
  @Mutation(() => MatchRunPayload, { description: "Stops a run that is queued or under way." })
  stopMatchRun(
    @Arg("input", () => StopMatchRunInput, { description: "Which run." }) input: StopMatchRunInput,
    @Ctx() ctx: Context,
  ) {
    return withRun(stopMatchRun(signed(ctx), input));
  }

  @For("COORDINATOR")
  @Mutation(() => MatchRunPayload, { description: "Puts a proposal away: nothing of it happens." })
  discardMatchRun(
    @Arg("input", () => DiscardMatchRunInput, { description: "Which run." }) input: DiscardMatchRunInput,
    @Ctx() ctx: Context,
  ) {
    return withRun(discardMatchRun(signed(ctx), input));
  }

  @For("COORDINATOR")
  @Mutation(() => ApplyMatchRunPayload, {
    description:
      "Makes offers of the chosen proposals; what has gone stale is skipped and reported, the rest put away.",
  })
  applyMatchRun(
    @Arg("input", () => ApplyMatchRunInput, { description: "Which proposals." }) input: ApplyMatchRunInput,
    @Ctx() ctx: Context,
  ) {
    const applied = applyMatchRun(signed(ctx), input).then((result) => {
      forgetReads(ctx);
      return result;
    });
    return answer(applied);
  }
}
