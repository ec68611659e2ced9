import {
  Arg,
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
import { batch } from "../../platform/batch.ts";
import type { Context, RoleGrant } from "../../platform/context.ts";
import { boards, type OnBoard, seqDescription } from "../../platform/events.ts";
import { For } from "../../platform/graphql/audience.ts";
import { Node } from "../../platform/graphql/connection.ts";
import { PersonType, RoleGrantType } from "../people/graphql.ts";
import type { PersonRow } from "../people/person.ts";
import type { DistrictRow, SiteRow } from "./site.ts";
import { districts, districtsById, sites, sitesById } from "./store.ts";

@ObjectType("District", { description: "A district of the city." })
export class DistrictType {
  @Field(() => ID, { description: "The id." })
  id!: number;

  @Field(() => String, { description: "The six-digit administrative code." })
  code!: string;
}

export const SiteKind = {
  HOTLINE: "hotline",
  GATE: "gate",
  COMMUNITY: "community",
  HOSPITAL: "hospital",
  SCHOOL: "school",
  ONLINE: "online",
} as const;
registerEnumType(SiteKind, { name: "SiteKind", description: "What kind of place a site is." });

@ObjectType("Site", {
  implements: Node,
  description: "A place where people serve: a hotline, a gate, a community, a hospital, online.",
})
export class SiteType extends Node {
  @Field(() => SiteKind, { description: "What kind of place it is." })
  kind!: string;

  @Field(() => String, { description: "The IANA zone in which its times are said." })
  timeZone!: string;
}

/** The district of anything that carries its number. */
export async function districtOf(ctx: Context, id: number): Promise<DistrictRow> {
  const found = await batch(ctx, districtsById, id);
  if (!found) throw new RangeError(`No district has the number ${id}.`);
  return found;
}

export async function siteOf(ctx: Context, id: string): Promise<SiteRow> {
  const found = await batch(ctx, sitesById, id);
  if (!found) throw new RangeError("A shift names a site that is not there.");
  return found;
}

@Resolver(() => DistrictType)
export class DistrictFace {
  @For("ANYONE")
  @Query(() => [DistrictType], { description: "The city's districts." })
  districts(@Ctx() ctx: Context): Promise<DistrictRow[]> {
    return districts(ctx);
  }

  @FieldResolver(() => String, { description: "Its name in the viewer's language." })
  name(@Root() district: DistrictRow, @Ctx() ctx: Context): string {
    return ctx.locale === "en" ? district.nameEn : district.nameZh;
  }
}

/** Where somebody lives and where a role holds: people know nothing of districts but their numbers. */
@Resolver(() => PersonType)
export class PersonDistrict {
  @FieldResolver(() => DistrictType, {
    nullable: true,
    description: "Where they live or start from; null: never said.",
  })
  district(@Root() { districtId }: PersonRow, @Ctx() ctx: Context): Promise<DistrictRow> | null {
    return districtId == null ? null : districtOf(ctx, districtId);
  }
}

@Resolver(() => RoleGrantType)
export class RoleGrantDistrict {
  @FieldResolver(() => DistrictType, { nullable: true, description: "Where it holds; null: the whole city." })
  district(@Root() { districtId }: RoleGrant, @Ctx() ctx: Context): Promise<DistrictRow> | null {
    return districtId === null ? null : districtOf(ctx, districtId);
  }
}

@Resolver(() => SiteType)
export class SiteFace {
  @For("SIGNED_IN")
  @Query(() => [SiteType], { description: "Sites, at most 200." })
  sites(
    @Ctx() ctx: Context,
    @Arg("kind", () => SiteKind, { nullable: true, description: "Only this kind." }) kind: string | null,
    @Arg("district", () => ID, { nullable: true, description: "Only in this district." }) district: string | null,
  ): Promise<SiteRow[]> {
    return sites(ctx, kind ?? null, district == null ? null : Number(district));
  }

  @FieldResolver(() => String, { description: "Its name in the viewer's language." })
  name(@Root() site: SiteRow, @Ctx() ctx: Context): string {
    return ctx.locale === "en" ? site.nameEn : site.nameZh;
  }

  @FieldResolver(() => DistrictType, { description: "Where it is." })
  district(@Root() site: SiteRow, @Ctx() ctx: Context): Promise<DistrictRow> {
    return districtOf(ctx, site.districtId);
  }

  @FieldResolver(() => String, { description: "The key of its board, to watch its shifts." })
  board(@Root() site: SiteRow): string {
    return boards.site(site.id);
  }

  @FieldResolver(() => Int, { description: seqDescription })
  seq(@Root() { seq = 0 }: SiteRow & OnBoard): number {
    return seq;
  }
}
