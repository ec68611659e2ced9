import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Page, pageOf, windowOf } from "../../../kernel/page.ts";
import type { WeeklyWindow } from "../../../kernel/weekly.ts";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { boards, type OnBoard, seqDescription } from "../../../platform/events.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { PageArguments } from "../../../platform/graphql/connection.ts";
import { answer } from "../../../platform/graphql/payload.ts";
import { WeeklyWindowType } from "../../../platform/graphql/weekly-window.ts";
import { signed } from "../../../platform/policy.ts";
import { readRanges, windowsOf } from "../../../platform/ranges.ts";
import { DistrictType, districtOf } from "../../sites/graphql.ts";
import type { DistrictRow } from "../../sites/site.ts";
import { SkillType, SpecialismType } from "../../skills/graphql.ts";
import type { SkillRow, SpecialismRow } from "../../skills/skill.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { RequestKind as RequestKindName, RequestRow } from "../request.ts";
import { saveDraft } from "../save-draft.ts";
import { requestsOf } from "../store.ts";
import { numberOf, type SubmitRequest, submitRequest } from "../submit-request.ts";
import { numberWords, requestTitle, skillOf, subjectsOf } from "../title.ts";
import { unknownWait, type Wait, waitKey, waitsByKey } from "../wait.ts";
import { SaveDraftInput, SubmitRequestInput } from "./inputs.ts";
import {
  RequestConnection,
  RequestDraftType,
  RequestKind,
  RequestPayload,
  RequestType,
  SaveDraftPayload,
  WaitType,
} from "./types.ts";

const cursorOf = (request: RequestRow) => [request.madeAt.toISOString(), request.id];

@Resolver(() => RequestType)
export class RequestFace {
  @For("FAMILY")
  @Query(() => RequestConnection, { description: "The viewer's own requests, newest first." })
  async myRequests(@Ctx() ctx: Context, @Args(() => PageArguments) page: PageArguments): Promise<Page<RequestRow>> {
    const window = windowOf(page, 2);
    return pageOf(await requestsOf(ctx, signed(ctx).viewer.personId, window), window, cursorOf);
  }

  @For("FAMILY")
  @Query(() => RequestDraftType, {
    nullable: true,
    description: "What the viewer has begun to fill in; null: nothing.",
  })
  myDraft(@Ctx() ctx: Context): Promise<Draft | null> {
    return draftOf(ctx, signed(ctx).viewer.personId);
  }

  @For("SIGNED_IN")
  @Query(() => WaitType, { description: "How long others with the same need have waited, widened when they are few." })
  async expectedWait(
    @Ctx() ctx: Context,
    @Arg("kind", () => RequestKind, { description: "What kind of help." }) kind: RequestKindName,
    @Arg("subject", () => ID, { nullable: true, description: "The first subject." }) subject: string | null,
    @Arg("district", () => ID, { nullable: true, description: "The district." }) district: string | null,
  ): Promise<Wait> {
    const key = waitKey(kind, subject == null ? null : numberOf(subject), district == null ? null : numberOf(district));
    return (await batch(ctx, waitsByKey, key)) ?? unknownWait;
  }

  @FieldResolver(() => Boolean, {
    description: "Was it closed by the clock: its last day had passed, and nobody's help was agreed.",
  })
  lapsed(@Root() { cancelReason }: RequestRow): boolean {
    return cancelReason === "lapsed";
  }

  @FieldResolver(() => String, { description: "The number that people say on the telephone, e.g. R-2041." })
  number(@Root() request: RequestRow): string {
    return numberWords(request);
  }

  @FieldResolver(() => DistrictType, { description: "Where they live." })
  district(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<DistrictRow> {
    return districtOf(ctx, request.districtId);
  }

  @FieldResolver(() => SkillType, { description: "The skill that is needed." })
  skill(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<SkillRow> {
    return skillOf(ctx, request);
  }

  @FieldResolver(() => [SpecialismType], { description: "What it is about, most urgent first." })
  subjects(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<SpecialismRow[]> {
    return subjectsOf(ctx, request);
  }

  @FieldResolver(() => String, { description: "Grade and subjects, or the skill, in the viewer's language." })
  title(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<string> {
    return requestTitle(ctx, request);
  }

  @FieldResolver(() => [WeeklyWindowType], { description: "When it suits." })
  weekly(@Root() request: RequestRow): WeeklyWindow[] {
    return windowsOf(readRanges(request.weekly));
  }

  @FieldResolver(() => Int, { description: "How often a week." })
  sessionsPerWeek(@Root() request: RequestRow): number {
    return request.sessionsWeek;
  }

  @FieldResolver(() => String, { description: "The key of its board, to watch it move." })
  board(@Root() request: RequestRow): string {
    return boards.request(request.id);
  }

  @FieldResolver(() => Int, { description: seqDescription })
  seq(@Root() { seq = 0 }: RequestRow & OnBoard): number {
    return seq;
  }

  @FieldResolver(() => WaitType, {
    nullable: true,
    description: "How long others have waited; null once it is matched.",
  })
  async wait(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<Wait | null> {
    if (request.state !== "open") return null;
    const key = waitKey(request.kind, request.specialisms[0] ?? null, request.districtId);
    return (await batch(ctx, waitsByKey, key)) ?? unknownWait;
  }
}

@Resolver()
export class RequestMutations {
  @For("FAMILY")
  @Mutation(() => RequestPayload, { description: "Posts a request; it is open from now on." })
  submitRequest(
    @Arg("input", () => SubmitRequestInput, { description: "What is needed." }) input: SubmitRequestInput,
    @Ctx() ctx: Context,
  ) {
    return answer(submitRequest(signed(ctx), askedOf(input)).then((request) => ({ request })));
  }

  @For("FAMILY")
  @Mutation(() => SaveDraftPayload, { description: "Keeps the wizard's answers while they think." })
  saveDraft(
    @Arg("input", () => SaveDraftInput, { description: "The answers." }) input: SaveDraftInput,
    @Ctx() ctx: Context,
  ) {
    const { answers, expectedVersion } = input;
    return answer(
      saveDraft(signed(ctx), { answers, expectedVersion: expectedVersion ?? null }).then((draft) => ({ draft })),
    );
  }
}

/** Field by field: nothing rides along, and the same answers are the same input in whatever order they came. */
const askedOf = (input: SubmitRequestInput): SubmitRequest => ({
  idempotencyKey: input.idempotencyKey,
  kind: input.kind,
  forWhom: input.forWhom,
  district: input.district,
  mode: input.mode,
  urgency: input.urgency,
  skill: input.skill,
  subjects: input.subjects,
  grade: input.grade ?? null,
  weekly: input.weekly.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute })),
  sessionsPerWeek: input.sessionsPerWeek,
  sessionMinutes: input.sessionMinutes,
  fromOn: input.fromOn ?? null,
  untilOn: input.untilOn ?? null,
  genderWish: input.genderWish ?? null,
  language: input.language ?? null,
  note: input.note ?? null,
  consent: input.consent,
});
