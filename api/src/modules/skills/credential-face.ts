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
  registerEnumType,
} from "type-graphql";
import { isId } from "../../kernel/id.ts";
import { type Page, pageOf, windowOf } from "../../kernel/page.ts";
import { batch, forgetReads, prime } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { connectionOf, Node, PageArguments } from "../../platform/graphql/connection.ts";
import { answer, EligibilityType, eligibility, Payload } from "../../platform/graphql/payload.ts";
import { DateTime, Day } from "../../platform/graphql/scalars.ts";
import { hasRole, signed } from "../../platform/policy.ts";
import { PersonType, personOf } from "../people/graphql.ts";
import { isOpenTo } from "../people/names.ts";
import type { PersonRow } from "../people/person.ts";
import { checkCredential } from "./check-credential.ts";
import type { CredentialRow } from "./credential.ts";
import { credentialsById, credentialsByPerson, submittedCredentials } from "./credential-store.ts";
import { lookUpCredentials } from "./look-up-credentials.ts";
import { revealCredentialNumber } from "./reveal-credential-number.ts";
import { revokeCredential } from "./revoke-credential.ts";
import { checkProblems } from "./rules.ts";
import { submitCredential } from "./submit-credential.ts";
import { kindName, offeredKinds } from "./words.ts";

export const CredentialState = {
  SUBMITTED: "submitted",
  VERIFIED: "verified",
  REJECTED: "rejected",
  EXPIRED: "expired",
  REVOKED: "revoked",
} as const;
registerEnumType(CredentialState, {
  name: "CredentialState",
  description: "Where a credential stands. SUBMITTED: waits for the first or second of two checks.",
});

@ObjectType("Credential", {
  implements: Node,
  description: "A licence, background check or finished training, which two people check.",
})
export class CredentialType extends Node {
  @Field(() => String, {
    description: "What kind; stable, for programs: psychological_counsellor, training:hotline, …",
  })
  kind!: string;

  @Field(() => String, { description: "Who issued it." })
  issuer!: string;

  @Field(() => Day, { description: "The first day on which it is valid." })
  validFrom!: string;

  @Field(() => Day, { description: "The last day on which it is valid." })
  validUntil!: string;

  @Field(() => CredentialState, { description: "Where it stands." })
  state!: string;

  @Field(() => DateTime, { nullable: true, description: "When the first check was made." })
  firstCheckedAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was rejected or revoked." })
  reason?: string | null;

  @Field(() => Int, { description: "Rises with every change; edits name the one that they saw." })
  version!: number;
}

@ObjectType("CredentialKind", { description: "A kind of proof that people hand in." })
class CredentialKindType {
  @Field(() => String, { description: "What `submitCredential` takes; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "Its name in the viewer's language." })
  name!: string;
}

@ObjectType({ description: "A page of a list of Credential items." })
export class CredentialConnection extends connectionOf("Credential", () => CredentialType) {}

@Resolver(() => CredentialType)
export class CredentialFace {
  @For("CHECKER")
  @Query(() => CredentialConnection, { description: "What waits for a check, longest first." })
  async credentialQueue(
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Page<CredentialRow>> {
    const window = windowOf(page, 2);
    return pageOf(await submittedCredentials(ctx, window), window, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  @For("SIGNED_IN")
  @Query(() => CredentialType, {
    nullable: true,
    description: "One credential: the viewer's own, or any for a checker or a coordinator; null for all others.",
  })
  async credential(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<CredentialRow | null> {
    return (isId(id) && (await visibleCredential(ctx, id))) || null;
  }

  @For("CHECKER")
  @Query(() => [CredentialType], {
    description: "What the volunteer with this number has handed in, newest first, at most 100; each look is noted.",
  })
  credentialsOf(
    @Arg("number", () => String, { description: "The public volunteer number." }) number: string,
    @Ctx() ctx: Context,
  ): Promise<CredentialRow[]> {
    return lookUpCredentials(signed(ctx), number);
  }

  @For("ANYONE")
  @Query(() => [CredentialKindType], { description: "The kinds of proof that are asked for here." })
  credentialKinds(@Ctx() ctx: Context): CredentialKindType[] {
    return offeredKinds.map((code) => ({ code, name: kindName(code, ctx.locale) }));
  }

  @FieldResolver(() => String, { description: "The name of its kind, in the viewer's language." })
  name(@Root() { kind }: CredentialRow, @Ctx() ctx: Context): string {
    return kindName(kind, ctx.locale);
  }

  @FieldResolver(() => DateTime, { description: "When it was handed in." })
  submittedAt(@Root() { madeAt }: CredentialRow): Date {
    return madeAt;
  }

  @FieldResolver(() => String, { nullable: true, description: "The last four characters of its number, as ****1234." })
  numberMasked(@Root() { numberLast }: CredentialRow): string | null {
    return numberLast ? `****${numberLast}` : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who made the first check." })
  firstChecker(@Root() { firstCheckerId }: CredentialRow, @Ctx() ctx: Context): Promise<PersonRow> | null {
    return firstCheckerId ? personOf(ctx, firstCheckerId) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who made the second check." })
  secondChecker(@Root() { secondCheckerId }: CredentialRow, @Ctx() ctx: Context): Promise<PersonRow> | null {
    return secondCheckerId ? personOf(ctx, secondCheckerId) : null;
  }

  @FieldResolver(() => PersonType, { description: "Whose it is." })
  holder(@Root() { personId }: CredentialRow, @Ctx() ctx: Context): Promise<PersonRow> {
    return personOf(ctx, personId);
  }

  @FieldResolver(() => EligibilityType, { description: "May the viewer check it now, and if not why." })
  mayCheck(@Root() credential: CredentialRow, @Ctx() ctx: Context): EligibilityType {
    const { viewer } = ctx;
    if (viewer === null || !hasRole(viewer, "checker")) return eligibility([{ code: "NOT_CHECKER", facts: {} }]);
    return eligibility(checkProblems(credential, viewer.personId, ctx.now()));
  }
}

/** May this viewer see somebody's credentials? */
export const seesCredentials = ({ viewer }: Context, holder: PersonRow): boolean =>
  isOpenTo(viewer, holder) || (viewer !== null && hasRole(viewer, "checker"));

/** A credential that the viewer may see; undefined for any other. */
export async function visibleCredential(ctx: Context, id: string): Promise<CredentialRow | undefined> {
  const credential = await batch(ctx, credentialsById, id);
  return credential && seesCredentials(ctx, await personOf(ctx, credential.personId)) ? credential : undefined;
}

@Resolver(() => PersonType)
export class PersonCredentials {
  @FieldResolver(() => [CredentialType], {
    nullable: true,
    description: "What they have handed in, newest first; null when it is not the viewer's to see.",
  })
  async credentials(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<CredentialRow[] | null> {
    return seesCredentials(ctx, person) ? ((await batch(ctx, credentialsByPerson, person.id)) ?? []) : null;
  }
}

@InputType({ description: "A proof of one's own." })
class SubmitCredentialInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => String, { description: "What kind: psychological_counsellor, background_check, training:hotline, …" })
  kind!: string;

  @Field(() => String, { description: "Who issued it, at most 120 characters." })
  issuer!: string;

  @Field(() => String, { nullable: true, description: "Its number: kept encrypted, shown by its last four alone." })
  number?: string | null;

  @Field(() => Day, { description: "The first day on which it is valid." })
  validFrom!: string;

  @Field(() => Day, { description: "The last day on which it is valid." })
  validUntil!: string;
}

@InputType({ description: "One of two checks." })
class CheckCredentialInput {
  @Field(() => ID, { description: "The credential." })
  credential!: string;

  @Field(() => Int, { description: "The version that the checker saw." })
  expectedVersion!: number;

  @Field(() => Boolean, { description: "False rejects it." })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: "Why; needed to reject." })
  reason?: string | null;
}

@InputType({ description: "A credential to take away." })
class RevokeCredentialInput {
  @Field(() => ID, { description: "The credential." })
  credential!: string;

  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;

  @Field(() => String, { description: "Why, at most 500 characters." })
  reason!: string;
}

@ObjectType({ implements: Payload, description: "What a change of a credential answers." })
class CredentialPayload extends Payload {
  @Field(() => CredentialType, { nullable: true, description: "The credential as it is now." })
  credential?: CredentialRow | null;
}

@InputType({ description: "Whose number to look up." })
class RevealCredentialNumberInput {
  @Field(() => ID, { description: "The credential." })
  credential!: string;
}

@ObjectType({ implements: Payload, description: "What `revealCredentialNumber` answers." })
class RevealCredentialNumberPayload extends Payload {
  @Field(() => String, { nullable: true, description: "The whole number; null when none was handed in." })
  number?: string | null;
}

@Resolver()
export class CredentialMutations {
  @For("SIGNED_IN")
  @Mutation(() => CredentialPayload, { description: "Hands in a proof of the viewer's own, for two people to check." })
  submitCredential(
    @Arg("input", () => SubmitCredentialInput, { description: "The proof." }) input: SubmitCredentialInput,
    @Ctx() ctx: Context,
  ) {
    const { idempotencyKey, kind, issuer, number, validFrom, validUntil } = input;
    const given = { idempotencyKey, kind, issuer, number: number ?? null, validFrom, validUntil };
    return answer(submitCredential(signed(ctx), given).then((credential) => shown(ctx, credential)));
  }

  @For("CHECKER")
  @Mutation(() => CredentialPayload, {
    description: "Makes the first or the second check of somebody else's credential.",
  })
  checkCredential(
    @Arg("input", () => CheckCredentialInput, { description: "The check." }) input: CheckCredentialInput,
    @Ctx() ctx: Context,
  ) {
    const { credential, expectedVersion, approve, reason } = input;
    const given = { credential, expectedVersion, approve, reason: reason ?? null };
    return answer(checkCredential(signed(ctx), given).then((changed) => shown(ctx, changed)));
  }

  @For("CHECKER")
  @Mutation(() => RevealCredentialNumberPayload, {
    description:
      "The whole number of a credential that waits for a check, to look it up at its issuer; each look is noted.",
  })
  revealCredentialNumber(
    @Arg("input", () => RevealCredentialNumberInput, { description: "Which." }) input: RevealCredentialNumberInput,
    @Ctx() ctx: Context,
  ) {
    return answer(revealCredentialNumber(signed(ctx), { credential: input.credential }).then((number) => ({ number })));
  }

  @For("CHECKER")
  @Mutation(() => CredentialPayload, {
    description: "Takes a verified credential away; future work that needs it is released within a minute.",
  })
  revokeCredential(
    @Arg("input", () => RevokeCredentialInput, { description: "Which, and why." }) input: RevokeCredentialInput,
    @Ctx() ctx: Context,
  ) {
    const { credential, expectedVersion, reason } = input;
    return answer(
      revokeCredential(signed(ctx), { credential, expectedVersion, reason }).then((changed) => shown(ctx, changed)),
    );
  }
}

function shown(ctx: Context, credential: CredentialRow): { credential: CredentialRow } {
  forgetReads(ctx);
  prime(ctx, credentialsById, credential.id, credential);
  return { credential };
}
