import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { cityZone } from "../../../kernel/city.ts";
import { type Page, pageOf, windowOf } from "../../../kernel/page.ts";
import { refuse } from "../../../kernel/refusal.ts";
import { prime } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { boards, seqDescription } from "../../../platform/events.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { PageArguments } from "../../../platform/graphql/connection.ts";
import { DateTime, Day } from "../../../platform/graphql/scalars.ts";
import { rowOfJson } from "../../../platform/json-rows.ts";
import type { LoggedEvent } from "../../../platform/live/log.ts";
import { type AssignmentRow, AssignmentSchema } from "../../assignments/assignment.ts";
import { assignmentsByShift } from "../../assignments/store.ts";
import { RequestConnection, RequestState } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { requestsIn } from "../../requests/store.ts";
import { type DayKind as DayKindName, dayKindAt } from "../../shifts/day-kind.ts";
import { DayKind, ShiftConnection } from "../../shifts/graphql.ts";
import { type ShiftRow, ShiftSchema } from "../../shifts/shift.ts";
import { DistrictType } from "../../sites/graphql.ts";
import { type Bundle, primeBundle } from "../bundle.ts";
import {
  boardHead,
  type CommitmentBundle,
  type CoverageHour,
  coverageOf,
  feedOf,
  type Head,
  sessionBundles,
  shiftBundles,
} from "../store.ts";
import { mayWatch } from "../watch.ts";
import { CommitmentConnection } from "./commitment.ts";
import { BoardEventType } from "./event.ts";
import { BoardTaskType } from "./task.ts";

@ObjectType("CoverageHour", { description: "One hour of a board's day." })
class CoverageHourType {
  @Field(() => DateTime, { description: "The hour's beginning." })
  startsAt!: Date;

  @Field(() => Int, { description: "How many people are needed at the least." })
  needed!: number;

  @Field(() => Int, { description: "How many of those there are." })
  covered!: number;
}

@ObjectType("CoverageDay", { description: "One of the next seven days." })
class CoverageDayType {
  @Field(() => Day, { description: "The day." })
  date!: string;

  @Field(() => Int, { description: "How many people are missing in all." })
  gaps!: number;
}

@ObjectType("Board", { description: "A district as its coordinators watch it: gaps first." })
export class BoardType {
  @Field(() => Int, { description: seqDescription })
  seq!: number;

  @Field(() => DistrictType, { description: "The district." })
  district!: object;

  @Field(() => Int, { description: "People missing from now until six tomorrow morning." })
  gapsTonight!: number;

  @Field(() => Int, { description: "People missing in the next seven days." })
  gapsWeek!: number;

  @Field(() => [CoverageDayType], { description: "The next seven days, from today." })
  week!: Head["week"];

  @Field(() => [BoardTaskType], {
    description: "What needs somebody's attention, at most 100, the most pressing first.",
  })
  tasks!: Head["tasks"];
}

@Resolver(() => CoverageDayType)
export class CoverageDayFace {
  @FieldResolver(() => DayKind, { description: "What kind of day it is." })
  dayKind(@Root() { date }: Head["week"][number]): DayKindName {
    return dayKindAt("UTC", new Date(`${date}T00:00:00Z`));
  }
}

@Resolver(() => BoardType)
export class BoardFace {
  @For("COORDINATOR", "STAFF")
  @Query(() => BoardType, {
    nullable: true,
    description: "A district's board; null when it is not the viewer's to watch.",
  })
  async board(
    @Arg("district", () => ID, { description: "The district." }) district: string,
    @Ctx() ctx: Context,
  ): Promise<Head | null> {
    const districtId = /^\d{1,4}$/.test(district) ? Number(district) : 0;
    const key = boards.district(districtId);
    if (!mayWatch(ctx.viewer, { key, kind: "district", districtId, ownerId: null })) return null;
    const head = await boardHead(ctx, districtId, cityZone);
    for (const task of head?.tasks ?? []) primeBundle(ctx, task);
    return head ?? null;
  }

  @FieldResolver(() => String, { description: "The key to watch it by." })
  key(@Root() { district }: Head): string {
    return boards.district(district.id);
  }

  @FieldResolver(() => DateTime, { description: "When this picture was taken." })
  asOf(@Ctx() ctx: Context): Date {
    return ctx.now();
  }

  @FieldResolver(() => [CoverageHourType], { description: "The 24 hours of a day." })
  coverage(
    @Root() { district }: Head,
    @Arg("day", () => Day, { description: "Which day, in the city's zone." }) day: string,
    @Ctx() ctx: Context,
  ): Promise<CoverageHour[]> {
    return coverageOf(ctx, district.id, day, cityZone);
  }

  @FieldResolver(() => ShiftConnection, {
    description: "Shifts that touch a span of at most 8 days, with everybody on them, in order of start.",
  })
  async shifts(
    @Root() { district }: Head,
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("from", () => DateTime, { description: "Touching this or later." }) from: Date,
    @Arg("to", () => DateTime, { description: "Starting before this." }) to: Date,
  ): Promise<Page<ShiftRow>> {
    const window = windowOf(page, 2);
    const found = await shiftBundles(ctx, district.id, ...spanOf(from, to), window);
    const rows = found.map((bundle) => {
      primeBundle(ctx, bundle);
      primeAssignments(ctx, bundle.id, bundle.assignments);
      return rowOfJson<ShiftRow>(ShiftSchema, bundle.shift!);
    });
    return pageOf(rows, window, (shift) => [shift.startsAt.toISOString(), shift.id]);
  }

  @FieldResolver(() => CommitmentConnection, {
    description: "Dated sessions of requests that touch a span of at most 8 days, in order of start.",
  })
  async commitments(
    @Root() { district }: Head,
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("from", () => DateTime, { description: "Touching this or later." }) from: Date,
    @Arg("to", () => DateTime, { description: "Starting before this." }) to: Date,
  ): Promise<Page<CommitmentBundle>> {
    const window = windowOf(page, 2);
    const found = await sessionBundles(ctx, district.id, ...spanOf(from, to), window);
    for (const bundle of found) primeBundle(ctx, bundle);
    return pageOf(found, window, (session) => [session.startsAt.toISOString(), session.id]);
  }

  @FieldResolver(() => RequestConnection, { description: "Requests of the district, the longest wait first." })
  async requests(
    @Root() { district }: Head,
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("state", () => RequestState, { nullable: true, description: "Only in this state." }) state: string | null,
  ): Promise<Page<RequestRow>> {
    const window = windowOf(page, 2);
    const found = await requestsIn(ctx, district.id, state ?? null, window);
    return pageOf(found, window, (request) => [request.submittedAt!.toISOString(), request.id]);
  }

  @FieldResolver(() => [BoardEventType], { description: "The newest events, newest first, at most 50." })
  async feed(
    @Root() { district }: Head,
    @Arg("last", () => Int, { description: "How many." }) last: number,
    @Ctx() ctx: Context,
  ): Promise<LoggedEvent[]> {
    if (last < 1 || last > 50) return refuse("PAGE_TOO_LARGE", ["last"], { most: 50 });
    const found = await feedOf(ctx, boards.district(district.id), last);
    for (const event of found) primeBundle(ctx, event);
    return found;
  }
}

function primeAssignments(ctx: Context, shiftId: string, bundles: readonly Bundle[]): void {
  for (const bundle of bundles) primeBundle(ctx, bundle);
  const rows = bundles.map(({ assignment }) => rowOfJson<AssignmentRow>(AssignmentSchema, assignment!));
  prime(ctx, assignmentsByShift, shiftId, rows);
}

const longestSpan = 8 * 86_400_000;

/** A window on the board; one that is empty, reversed or too long is refused by name. */
export function spanOf(from: Date, to: Date): [Date, Date] {
  if (to <= from) return refuse("TIME_ORDER", ["to"]);
  if (to.getTime() - from.getTime() > longestSpan)
    return refuse("TIME_TOO_LONG", ["to"], { most: longestSpan / 60_000 });
  return [from, to];
}
