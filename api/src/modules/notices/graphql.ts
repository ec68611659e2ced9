import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type Page, pageOf, windowOf } from "../../kernel/page.ts";
import { batch, forgetReads } from "../../platform/batch.ts";
import type { Context, Viewer } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { connectionOf, Node, PageArguments } from "../../platform/graphql/connection.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { signed } from "../../platform/policy.ts";
import { ViewerType } from "../people/graphql.ts";
import { markNoticesRead } from "./mark-notices-read.ts";
import type { NoticeRow } from "./notice.ts";
import { linkOf, sayNotice } from "./say-notice.ts";
import { inboxOf, noticesById, unreadByPerson } from "./store.ts";

@ObjectType("Notice", { implements: Node, description: "Something that the viewer is told once." })
export class NoticeType extends Node {
  @Field(() => String, { description: "What kind: offer_made, shift_cancelled, credential_verified, …" })
  kind!: string;

  @Field(() => DateTime, { description: "When it was made." })
  madeAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the viewer marked it as read." })
  readAt?: Date | null;
}

@ObjectType({ description: "A page of a list of Notice items." })
export class NoticeConnection extends connectionOf("Notice", () => NoticeType) {}

@Resolver(() => NoticeType)
export class NoticeFace {
  @For("SIGNED_IN")
  @Query(() => NoticeConnection, { description: "The viewer's inbox, newest first." })
  async notices(@Ctx() ctx: Context, @Args(() => PageArguments) page: PageArguments): Promise<Page<NoticeRow>> {
    const window = windowOf(page, 2);
    const found = await inboxOf(ctx, signed(ctx).viewer.personId, window);
    return pageOf(found, window, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  @FieldResolver(() => String, { description: "What has happened, in a few words." })
  async title(@Root() notice: NoticeRow, @Ctx() ctx: Context): Promise<string> {
    return (await sayNotice(ctx, notice, ctx.locale)).title;
  }

  @FieldResolver(() => String, { description: "About what, and what to do next." })
  async body(@Root() notice: NoticeRow, @Ctx() ctx: Context): Promise<string> {
    return (await sayNotice(ctx, notice, ctx.locale)).body;
  }

  @FieldResolver(() => String, { nullable: true, description: "A path of the web client that shows it." })
  link(@Root() notice: NoticeRow): string {
    return linkOf(notice);
  }
}

/** A notice of the viewer's own; undefined for any other. */
export async function visibleNotice(ctx: Context, id: string): Promise<NoticeRow | undefined> {
  const notice = await batch(ctx, noticesById, id);
  return notice?.personId === ctx.viewer?.personId ? notice : undefined;
}

@Resolver(() => ViewerType)
export class ViewerNotices {
  @FieldResolver(() => Int, { description: "How many notices they have not read." })
  async unreadNotices(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<number> {
    return (await batch(ctx, unreadByPerson, viewer.personId)) ?? 0;
  }
}

@InputType({ description: "What the viewer has read." })
class MarkNoticesReadInput {
  @Field(() => [ID], { description: "The notices, at most 100." })
  notices!: string[];
}

@ObjectType({ implements: Payload, description: "What `markNoticesRead` answers." })
class MarkNoticesReadPayload extends Payload {
  @Field(() => [NoticeType], { nullable: true, description: "Those of them that are the viewer's, as they are now." })
  notices?: NoticeRow[] | null;
}

@Resolver()
export class NoticeMutations {
  @For("SIGNED_IN")
  @Mutation(() => MarkNoticesReadPayload, { description: "Marks notices as read." })
  markNoticesRead(
    @Arg("input", () => MarkNoticesReadInput, { description: "Which." }) { notices }: MarkNoticesReadInput,
    @Ctx() ctx: Context,
  ) {
    return answer(
      markNoticesRead(signed(ctx), notices).then((read) => {
        forgetReads(ctx);
        return { notices: read };
      }),
    );
  }
}
