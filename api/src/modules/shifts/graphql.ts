import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { isId } from "../../kernel/id.ts";
import { type Page, pageOf, windowOf } from "../../kernel/page.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { connectionOf, Node, PageArguments } from "../../platform/graphql/connection.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { coordinates } from "../../platform/policy.ts";
import { SiteType, siteOf } from "../sites/graphql.ts";
import type { SiteRow } from "../sites/site.ts";
import { type DayKind as DayKindName, dayKindAt } from "./day-kind.ts";
import { freePlaces, type ShiftRow } from "./shift.ts";
import { shiftsById, shiftsIn } from "./store.ts";
import { titleOf } from "./words.ts";

export const ShiftRole = { SEAT: "seat", SUPERVISOR: "supervisor", TRAINEE: "trainee", POST: "post" } as const;
registerEnumType(ShiftRole, { name: "ShiftRole", description: "As what somebody serves on a shift." });
export const ShiftState = { DRAFT: "draft", PUBLISHED: "published", CANCELLED: "cancelled" } as const;
registerEnumType(ShiftState, { name: "ShiftState", description: "Whether people may see and take a shift." });
export const Picking = { CLAIM: "claim", APPLY: "apply" } as const;
registerEnumType(Picking, {
  name: "Picking",
  description: "CLAIM: a place is taken at once. APPLY: a coordinator confirms.",
});
export const Mode = { ON_SITE: "on_site", ONLINE: "online", PHONE: "phone" } as const;
registerEnumType(Mode, { name: "Mode", description: "How people meet." });
export const DayKind = { WORK: "work", REST: "rest", HOLIDAY: "holiday", MAKEUP: "makeup" } as const;
registerEnumType(DayKind, {
  name: "DayKind",
  description: "What kind of day it is. MAKEUP: a weekend day worked in a holiday's stead.",
});

@ObjectType("Shift", { implements: Node, description: "A span of time at a site that needs people in one role." })
export class ShiftType extends Node {
  @Field(() => ShiftRole, { description: "As what people serve." })
  role!: string;

  @Field(() => DateTime, { description: "When it starts." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "When it ends; the next may start then." })
  endsAt!: Date;

  @Field(() => ShiftState, { description: "Whether people may see and take it." })
  state!: string;

  @Field(() => Picking, { description: "Whether a place is taken at once or applied for." })
  picking!: string;

  @Field(() => Mode, { description: "How people serve." })
  mode!: string;

  @Field(() => Int, { description: "How many people it can have." })
  places!: number;

  @Field(() => Int, { description: "How many places are held, by offers too." })
  taken!: number;

  @Field(() => Int, { description: "How many of those wait to be relieved." })
  releasing!: number;

  @Field(() => Int, { description: "Below this many it is a gap." })
  minimumCover!: number;

  @Field(() => DateTime, { nullable: true, description: "When sign-up opens; null: since it was published." })
  signUpFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When sign-up closes; null: when it starts." })
  signUpUntil?: Date | null;

  @Field(() => Int, { description: "Rises with every change; edits name the one that they saw." })
  version!: number;
}

export const ShiftConnection = connectionOf("Shift", () => ShiftType);

/** Nearer than this, a shift below its floor is urgent. */
const urgentHours = 72;

@Resolver(() => ShiftType)
export class ShiftFace {
  @For("SIGNED_IN")
  @Query(() => ShiftType, {
    nullable: true,
    description: "One shift; null when there is none that the viewer may see.",
  })
  async shift(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<ShiftRow | null> {
    const shift = isId(id) ? await batch(ctx, shiftsById, id) : undefined;
    return shift && (shift.state !== "draft" || coordinates(ctx.viewer, shift.districtId)) ? shift : null;
  }

  @For("SIGNED_IN")
  @Query(() => ShiftConnection, { description: "Shifts that start in a span, in order of start." })
  async shifts(
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("from", () => DateTime, { description: "Starting at or after this." }) from: Date,
    @Arg("to", () => DateTime, { description: "Starting before this." }) to: Date,
    @Arg("site", () => ID, { nullable: true, description: "Only at this site." }) site: string | null,
    @Arg("district", () => ID, { nullable: true, description: "Only in this district." }) district: string | null,
    @Arg("role", () => ShiftRole, { nullable: true, description: "Only in this role." }) role: string | null,
  ): Promise<Page<ShiftRow>> {
    const window = windowOf(page, 2);
    const districtId = district == null ? null : Number(district);
    const siteId = site ?? null;
    if (siteId !== null && !isId(siteId)) return pageOf([], window, cursorOf);
    const drafts = districtId !== null && coordinates(ctx.viewer, districtId);
    return pageOf(
      await shiftsIn(ctx, { siteId, districtId, role: role ?? null, from, to, drafts }, window),
      window,
      cursorOf,
    );
  }

  @FieldResolver(() => SiteType, { description: "Where it is." })
  site(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<SiteRow> {
    return siteOf(ctx, shift.siteId);
  }

  @FieldResolver(() => String, { description: "Site and role, in the viewer's language." })
  async title(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<string> {
    return titleOf(await siteOf(ctx, shift.siteId), shift.role, ctx.locale);
  }

  @FieldResolver(() => String, { description: "The zone in which its times are said." })
  async timeZone(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<string> {
    return (await siteOf(ctx, shift.siteId)).timeZone;
  }

  @FieldResolver(() => DayKind, { description: "What kind of day it is there." })
  async dayKind(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<DayKindName> {
    return dayKindAt((await siteOf(ctx, shift.siteId)).timeZone, shift.startsAt);
  }

  @FieldResolver(() => Int, { description: "Places that can be taken now, those on release included." })
  free(@Root() shift: ShiftRow): number {
    return freePlaces(shift);
  }

  @FieldResolver(() => Boolean, { description: "Below its floor and near." })
  urgent(@Root() shift: ShiftRow, @Ctx() ctx: Context): boolean {
    const hours = (shift.startsAt.getTime() - ctx.now().getTime()) / 3_600_000;
    return (
      shift.state === "published" &&
      shift.taken - shift.releasing < shift.minimumCover &&
      hours > 0 &&
      hours < urgentHours
    );
  }
}

export const cursorOf = (shift: ShiftRow) => [shift.startsAt.toISOString(), shift.id];
