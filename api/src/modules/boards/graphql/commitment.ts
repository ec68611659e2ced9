import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { batch } from "../../../platform/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { connectionOf, Node } from "../../../platform/graphql/connection.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import type { AssignmentRow } from "../../assignments/assignment.ts";
import { AssignmentType } from "../../assignments/graphql.ts";
import { assignmentsById } from "../../assignments/store.ts";
import type { CommitmentBundle } from "../store.ts";

@ObjectType("Commitment", {
  implements: Node,
  description: "A dated span that an assignment takes of a person's time.",
})
export class CommitmentType extends Node {
  @Field(() => DateTime, { description: "When it starts." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "When it ends." })
  endsAt!: Date;
}

export const CommitmentConnection = connectionOf("Commitment", () => CommitmentType);

@Resolver(() => CommitmentType)
export class CommitmentFace {
  @FieldResolver(() => AssignmentType, { description: "What takes it." })
  async assignment(@Root() { assignmentId }: CommitmentBundle, @Ctx() ctx: Context): Promise<AssignmentRow> {
    const found = await batch(ctx, assignmentsById, assignmentId);
    if (!found) throw new RangeError("A commitment names an assignment that is not there.");
    return found;
  }
}
