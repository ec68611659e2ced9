import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { isId } from "../../../kernel/id.ts";
import type { WeeklyWindow } from "../../../kernel/weekly.ts";
import { audit } from "../../../platform/audit.ts";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { EligibilityType, eligibility } from "../../../platform/graphql/payload.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { WeeklyWindowType } from "../../../platform/graphql/weekly-window.ts";
import { coordinates, signed } from "../../../platform/policy.ts";
import { readRanges, windowsOf } from "../../../platform/ranges.ts";
import { ForWhom, RequestType } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { openNote } from "../../requests/sealed-note.ts";
import type { AssignmentRow } from "../assignment.ts";
import { reasonsNotToCancel } from "../cancel-request.ts";
import { type Contact, contactOf } from "../contact.ts";
import type { FitFact } from "../fit-facts.ts";
import { AssignmentType } from "../graphql.ts";
import { timeOf } from "../next-times.ts";
import { fitByAssignment } from "../offer-fit.ts";
import { liveByRequest, offersTo } from "../offer-store.ts";
import { isConfirmed, visibleRequests } from "../visible-requests.ts";
import { FitFactType, PersonContactType } from "./types.ts";

/** What an assignment says of its work and of how it came about. */
@Resolver(() => AssignmentType)
export class AssignmentWork {
  @For("VOLUNTEER")
  @Query(() => [AssignmentType], {
    description: "Offers that the viewer can answer, the most pressing first; at most 100.",
  })
  myOffers(@Ctx() ctx: Context): Promise<AssignmentRow[]> {
    return offersTo(ctx, signed(ctx).viewer.personId);
  }

  @FieldResolver(() => RequestType, { nullable: true, description: "The request, unless it is for a shift." })
  async request(@Root() { requestId }: AssignmentRow, @Ctx() ctx: Context): Promise<RequestRow | null> {
    return requestId ? ((await batch(ctx, visibleRequests, requestId)) ?? null) : null;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "When the shift or the next session starts." })
  async startsAt(@Root() assignment: AssignmentRow, @Ctx() ctx: Context): Promise<Date | null> {
    return (await timeOf(ctx, assignment))?.startsAt ?? null;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "When the shift or the next session ends." })
  async endsAt(@Root() assignment: AssignmentRow, @Ctx() ctx: Context): Promise<Date | null> {
    return (await timeOf(ctx, assignment))?.endsAt ?? null;
  }

  @FieldResolver(() => WeeklyWindowType, {
    nullable: true,
    description: "The first weekly time of a standing request.",
  })
  weekly(@Root() { weekly }: AssignmentRow): WeeklyWindow | null {
    return windowsOf(readRanges(weekly ?? ""))[0] ?? null;
  }

  @FieldResolver(() => [WeeklyWindowType], { description: "Every weekly time of a standing request." })
  weeklyTimes(@Root() { weekly }: AssignmentRow): WeeklyWindow[] {
    return windowsOf(readRanges(weekly ?? ""));
  }

  @FieldResolver(() => [FitFactType], {
    description: "What speaks for it and against it now; for the person and their coordinators.",
  })
  async fit(@Root() assignment: AssignmentRow, @Ctx() ctx: Context): Promise<FitFact[]> {
    return (await batch(ctx, fitByAssignment, assignment.id)) ?? [];
  }

  @FieldResolver(() => PersonContactType, {
    nullable: true,
    description: "The other side's masked contact, for the family and its helper, once the family has confirmed.",
  })
  contact(@Root() assignment: AssignmentRow, @Ctx() ctx: Context): Promise<Contact | null> {
    return contactOf(ctx, assignment);
  }
}

/** What assignments add to a request; the request module knows nothing of them. */
@Resolver(() => RequestType)
export class RequestAssignments {
  @For("SIGNED_IN")
  @Query(() => RequestType, {
    nullable: true,
    description: "One request; null when there is none that the viewer may see.",
  })
  async request(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<RequestRow | null> {
    return isId(id) ? ((await batch(ctx, visibleRequests, id.toLowerCase())) ?? null) : null;
  }

  @FieldResolver(() => AssignmentType, {
    nullable: true,
    description: "Who helps. An offer shows to coordinators and to whoever was asked, never to the family.",
  })
  async assignment(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<AssignmentRow | null> {
    const live = (await batch(ctx, liveByRequest, request.id)) ?? [];
    const { viewer } = ctx;
    if (coordinates(viewer, request.districtId)) return live[0] ?? null;
    if (viewer?.personId === request.requesterId) return live.find(({ state }) => state !== "offered") ?? null;
    return live.find(({ personId }) => personId === viewer?.personId) ?? null;
  }

  @FieldResolver(() => Int, { description: "How many people have been asked and have not answered." })
  async offersOut(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<number> {
    return ((await batch(ctx, liveByRequest, request.id)) ?? []).filter(({ state }) => state === "offered").length;
  }

  @FieldResolver(() => ForWhom, {
    nullable: true,
    description: "For whom: the family and its coordinators; a helper once the family has confirmed them.",
  })
  forWhom(@Root() request: RequestRow, @Ctx() { viewer }: Context): string | null {
    const isNear = viewer?.personId === request.requesterId || coordinates(viewer, request.districtId);
    return isNear || isConfirmed(request) ? request.forWhom : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "For the family itself and its confirmed helper." })
  async note(@Root() request: RequestRow, @Ctx() ctx: Context): Promise<string | null> {
    const { viewer, platform } = ctx;
    if (viewer === null || !request.noteSealed) return null;
    if (viewer.personId === request.requesterId) return openNote(platform.secrets, request);
    const helps =
      isConfirmed(request) &&
      ((await batch(ctx, liveByRequest, request.id)) ?? []).some(
        ({ personId, state }) => personId === viewer.personId && state !== "offered",
      );
    if (!helps) return null;
    await audit(ctx, { action: "read note", resource: "Request", resourceId: request.id, outcome: "read" });
    return openNote(platform.secrets, request);
  }

  @FieldResolver(() => EligibilityType, { description: "May the viewer cancel it now, and if not why." })
  mayCancel(@Root() request: RequestRow, @Ctx() ctx: Context): EligibilityType {
    return eligibility(reasonsNotToCancel(ctx, request));
  }
}
