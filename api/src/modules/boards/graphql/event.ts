import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
  Subscription,
} from "type-graphql";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import type { Subscribing } from "../../../platform/graphql/socket.ts";
import type { LoggedEvent } from "../../../platform/live/log.ts";
import { visibleRequests } from "../../assignments/visible-requests.ts";
import { RequestType } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { ShiftType } from "../../shifts/graphql.ts";
import type { ShiftRow } from "../../shifts/shift.ts";
import { shiftsById } from "../../shifts/store.ts";
import { followBoard } from "../follow.ts";
import { eventKinds } from "../kinds.ts";
import { nouns } from "../subjects.ts";
import { summaryOf } from "../summary.ts";

export const BoardEventKind = Object.fromEntries([...eventKinds, "RESET"].map((kind) => [kind, kind]));
registerEnumType(BoardEventKind, {
  name: "BoardEventKind",
  description:
    "What happened. RESET: the log no longer reaches back to `after`; read the board anew and go on from its `seq`.",
});

const types = Object.values(nouns).map((noun) => noun.type);
const BoardSubject = createUnionType({
  name: "BoardSubject",
  description: "What an event is about.",
  types: () => types as [(typeof types)[0]],
  resolveType: (value: { readonly subject?: string }) => value.subject,
});

@ObjectType("BoardEvent", {
  description: "Something that happened on a board. Numbers are contiguous: a gap means that something was missed.",
})
export class BoardEventType {
  @Field(() => String, { description: "The board." })
  board!: string;

  @Field(() => Int, { description: "1, 2, 3 … on each board, without a gap." })
  seq!: number;

  @Field(() => BoardEventKind, { description: "What happened." })
  kind!: string;

  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => ID, { description: "The id of what it is about." })
  subjectId!: string;

  @Field(() => Int, { description: "Which version of it this made." })
  version!: number;
}

@Resolver(() => BoardEventType)
export class BoardEventFace {
  @For("SIGNED_IN")
  @Subscription(() => BoardEventType, {
    subscribe: ({ args, context }) =>
      followBoard(
        context as Subscribing,
        (args as { board: string }).board,
        (args as { after?: number | null }).after ?? null,
      ),
    description: "What happened on a board after `after`, then everything as it happens: each event once, in order.",
  })
  boardEvents(
    @Root() event: LoggedEvent,
    @Arg("board", () => String, { description: "The board's key." }) _board: string,
    @Arg("after", () => Int, {
      nullable: true,
      description: "The last number that the client has; null: only what comes from now on.",
    })
    _after: number | null,
  ): LoggedEvent {
    return event;
  }

  @FieldResolver(() => BoardSubject, {
    nullable: true,
    description: "It as it is now; null when it is not the viewer's to see.",
  })
  async subject(@Root() event: LoggedEvent, @Ctx() ctx: Context): Promise<object | null> {
    if (event.kind === "RESET") return null;
    const found = await nouns[event.subject]?.load(ctx, event.subjectId);
    return found ? { ...found, subject: event.subject } : null;
  }

  @FieldResolver(() => String, { description: "One line for a feed, in the viewer's language." })
  summary(@Root() event: LoggedEvent, @Ctx() ctx: Context): Promise<string> {
    return summaryOf(ctx, event);
  }

  @FieldResolver(() => ShiftType, {
    nullable: true,
    description: "The shift that an event about an assignment changes too.",
  })
  async shift(@Root() event: LoggedEvent, @Ctx() ctx: Context): Promise<ShiftRow | null> {
    const id = event.facts.shiftId;
    return typeof id === "string" ? ((await batch(ctx, shiftsById, id)) ?? null) : null;
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description: "The request that an event about an assignment changes too.",
  })
  async request(@Root() event: LoggedEvent, @Ctx() ctx: Context): Promise<RequestRow | null> {
    const id = event.facts.requestId;
    return typeof id === "string" ? ((await batch(ctx, visibleRequests, id)) ?? null) : null;
  }
}
