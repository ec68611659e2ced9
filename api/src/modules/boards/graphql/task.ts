import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import type { AssignmentRow } from "../../assignments/assignment.ts";
import { AssignmentType } from "../../assignments/graphql.ts";
import { assignmentsById } from "../../assignments/store.ts";
import { visibleRequests } from "../../assignments/visible-requests.ts";
import { PersonType, personOf } from "../../people/graphql.ts";
import type { PersonRow } from "../../people/person.ts";
import { RequestType } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { ShiftType } from "../../shifts/graphql.ts";
import type { ShiftRow } from "../../shifts/shift.ts";
import { shiftsById } from "../../shifts/store.ts";
import type { TaskRow } from "../store.ts";
import { taskDetail, taskTitle } from "../task-words.ts";

const TaskKind = {
  GAP: "GAP",
  OFFER_PENDING: "OFFER_PENDING",
  CREDENTIAL_EXPIRES: "CREDENTIAL_EXPIRES",
  APPLICATION: "APPLICATION",
  REQUEST_WAITING: "REQUEST_WAITING",
  RELEASE: "RELEASE",
} as const;
registerEnumType(TaskKind, { name: "TaskKind", description: "Why something needs attention." });

@ObjectType("BoardTask", { description: "Something that needs a coordinator's attention." })
export class BoardTaskType {
  @Field(() => ID, { description: "The id of what it is about: one task a thing." })
  id!: string;

  @Field(() => TaskKind, { description: "Why." })
  kind!: string;

  @Field(() => Int, { description: "How many people are missing; 0 where it is not about that." })
  shortfall!: number;
}

const idOf = (json: Readonly<Record<string, unknown>> | null | undefined): string | null =>
  json ? String(json.id) : null;

@Resolver(() => BoardTaskType)
export class BoardTaskFace {
  @FieldResolver(() => String, { description: "What, in a few words." })
  title(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<string> {
    return taskTitle(ctx, task);
  }

  @FieldResolver(() => String, { description: "When, who, and how long there is." })
  detail(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<string> {
    return taskDetail(ctx, task);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "When it begins, expires or began to wait." })
  startsAt(@Root() task: TaskRow): Date {
    return new Date(task.at);
  }

  @FieldResolver(() => ShiftType, { nullable: true, description: "The shift that it is about." })
  async shift(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<ShiftRow | null> {
    const id = idOf(task.shift);
    return id === null ? null : ((await batch(ctx, shiftsById, id)) ?? null);
  }

  @FieldResolver(() => RequestType, { nullable: true, description: "The request that it is about." })
  async request(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<RequestRow | null> {
    const id = idOf(task.request);
    return id === null ? null : ((await batch(ctx, visibleRequests, id)) ?? null);
  }

  @FieldResolver(() => AssignmentType, { nullable: true, description: "The assignment that it is about." })
  async assignment(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<AssignmentRow | null> {
    const id = idOf(task.assignment);
    return id === null ? null : ((await batch(ctx, assignmentsById, id)) ?? null);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who answers for a gap." })
  async owner(@Root() task: TaskRow, @Ctx() ctx: Context): Promise<PersonRow | null> {
    const id = task.kind === "GAP" ? idOf(task.person) : null;
    return id === null ? null : personOf(ctx, id);
  }
}
