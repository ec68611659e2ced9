import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { forgetReads } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { answer } from "../../../platform/graphql/payload.ts";
import { signed } from "../../../platform/policy.ts";
import { RequestPayload } from "../../requests/graphql/types.ts";
import type { RequestRow } from "../../requests/request.ts";
import { acceptOffer } from "../accept-offer.ts";
import { assignPerson } from "../assign-person.ts";
import type { AssignmentRow } from "../assignment.ts";
import { cancelRequest } from "../cancel-request.ts";
import { confirmHelper } from "../confirm-helper.ts";
import { declineOffer } from "../decline-offer.ts";
import { leaveRequest } from "../leave-request.ts";
import { type MakeOffer, makeOffer } from "../make-offer.ts";
import { pinAssignment } from "../pin-assignment.ts";
import { refuseHelper } from "../refuse-helper.ts";
import { withdrawOffer } from "../withdraw-offer.ts";
import {
  AcceptOfferInput,
  AssignmentPayload,
  AssignPersonInput,
  CancelRequestInput,
  ConfirmHelperInput,
  DeclineOfferInput,
  LeaveRequestInput,
  MakeOfferInput,
  PinAssignmentInput,
  RefuseHelperInput,
  WithdrawOfferInput,
} from "./types.ts";

const chosen = ({ idempotencyKey, shift, request, person, overrideReason }: MakeOfferInput): MakeOffer => ({
  idempotencyKey,
  shift: shift ?? null,
  request: request ?? null,
  person,
  overrideReason: overrideReason ?? null,
});

/** What was read on the way to the change is no longer so. */
const withAssignment = (ctx: Context, change: Promise<AssignmentRow>) =>
  answer(
    change.then((assignment) => {
      forgetReads(ctx);
      return { assignment };
    }),
  );

const withRequest = (ctx: Context, change: Promise<RequestRow>) =>
  answer(
    change.then((request) => {
      forgetReads(ctx);
      return { request };
    }),
  );

@Resolver()
export class OfferMutations {
  @For("COORDINATOR")
  @Mutation(() => AssignmentPayload, { description: "Asks somebody to take a place; it is held until they answer." })
  makeOffer(
    @Arg("input", () => MakeOfferInput, { description: "Whom, for what." }) input: MakeOfferInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, makeOffer(signed(ctx), chosen(input)));
  }

  @For("COORDINATOR")
  @Mutation(() => AssignmentPayload, { description: "Binds somebody at once who was asked outside." })
  assignPerson(
    @Arg("input", () => AssignPersonInput, { description: "Whom, to what." }) input: AssignPersonInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, assignPerson(signed(ctx), chosen(input)));
  }

  @For("COORDINATOR")
  @Mutation(() => AssignmentPayload, { description: "Takes back an offer that nobody has answered." })
  withdrawOffer(
    @Arg("input", () => WithdrawOfferInput, { description: "Which offer." }) input: WithdrawOfferInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, withdrawOffer(signed(ctx), input));
  }

  @For("VOLUNTEER")
  @Mutation(() => AssignmentPayload, { description: "Accepts an offer to the viewer; every rule is asked again." })
  acceptOffer(
    @Arg("input", () => AcceptOfferInput, { description: "Which offer." }) input: AcceptOfferInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, acceptOffer(signed(ctx), input));
  }

  @For("VOLUNTEER")
  @Mutation(() => AssignmentPayload, { description: "Declines an offer to the viewer; nobody has to say why." })
  declineOffer(
    @Arg("input", () => DeclineOfferInput, { description: "Which offer." }) input: DeclineOfferInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, declineOffer(signed(ctx), { ...input, reason: input.reason ?? null }));
  }

  @For("COORDINATOR")
  @Mutation(() => AssignmentPayload, { description: "Says whether the matcher has to leave an assignment alone." })
  pinAssignment(
    @Arg("input", () => PinAssignmentInput, { description: "Which, and whether." }) input: PinAssignmentInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, pinAssignment(signed(ctx), input));
  }

  @For("FAMILY", "COORDINATOR")
  @Mutation(() => RequestPayload, { description: "Cancels a request, its offers and its matches." })
  cancelRequest(
    @Arg("input", () => CancelRequestInput, { description: "Which, and why." }) input: CancelRequestInput,
    @Ctx() ctx: Context,
  ) {
    return withRequest(ctx, cancelRequest(signed(ctx), input));
  }

  @For("FAMILY")
  @Mutation(() => RequestPayload, { description: "The family agrees to whoever has accepted." })
  confirmHelper(
    @Arg("input", () => ConfirmHelperInput, { description: "Which request." }) input: ConfirmHelperInput,
    @Ctx() ctx: Context,
  ) {
    const { idempotencyKey, request, expectedVersion } = input;
    return withRequest(ctx, confirmHelper(signed(ctx), { idempotencyKey, request, expectedVersion }));
  }

  @For("FAMILY")
  @Mutation(() => RequestPayload, {
    description: "The family does not want this helper: the request looks for somebody else.",
  })
  refuseHelper(
    @Arg("input", () => RefuseHelperInput, { description: "Whom, and why." }) input: RefuseHelperInput,
    @Ctx() ctx: Context,
  ) {
    return withRequest(ctx, refuseHelper(signed(ctx), partOf(input)));
  }

  @For("VOLUNTEER")
  @Mutation(() => AssignmentPayload, {
    description:
      "The viewer helps no longer. A session within 24 hours is still theirs; the request looks for somebody else.",
  })
  leaveRequest(
    @Arg("input", () => LeaveRequestInput, { description: "Which, and why." }) input: LeaveRequestInput,
    @Ctx() ctx: Context,
  ) {
    return withAssignment(ctx, leaveRequest(signed(ctx), partOf(input)));
  }
}

const partOf = ({ idempotencyKey, assignment, expectedVersion, reason }: RefuseHelperInput) => ({
  idempotencyKey,
  assignment,
  expectedVersion,
  reason,
});
