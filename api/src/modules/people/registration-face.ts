import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Locale as LocaleName } from "../../kernel/reason.ts";
import { batch, forgetReads } from "../../platform/batch.ts";
import type { Context, Viewer } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { DateTime, Day } from "../../platform/graphql/scalars.ts";
import { signed } from "../../platform/policy.ts";
import { type ConsentKind as ConsentKindName, giveConsent, withdrawConsent } from "./consent.ts";
import { Locale, Role, ViewerType } from "./graphql.ts";
import { type Register, register } from "./register.ts";
import { setLocale } from "./set-locale.ts";
import { type ConsentRow, consentsByPerson } from "./store.ts";

export const ConsentKind = { PRIVACY: "privacy", MATCHING: "matching", GUARDIAN: "guardian" } as const;
registerEnumType(ConsentKind, {
  name: "ConsentKind",
  description: "PRIVACY: to keep their data. MATCHING: to be matched by rule. GUARDIAN: that a minor serves.",
});

@ObjectType("Consent", { description: "What somebody has agreed to, in the wording of that time." })
export class ConsentType {
  @Field(() => ConsentKind, { description: "To what." })
  kind!: string;

  @Field(() => String, { description: "Which wording." })
  textVersion!: string;

  @Field(() => DateTime, { description: "When." })
  givenAt!: Date;
}

@Resolver(() => ViewerType)
export class ViewerConsents {
  @FieldResolver(() => [ConsentType], { description: "What they agree to at present, oldest first." })
  async consents(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<ConsentRow[]> {
    return (await batch(ctx, consentsByPerson, viewer.personId)) ?? [];
  }
}

@InputType({ description: "Who answers for a minor." })
class GuardianInput {
  @Field(() => String, { description: "The guardian's own phone or e-mail." })
  contact!: string;

  @Field(() => String, { nullable: true, description: "The code sent there; a guardian who is signed in needs none." })
  code?: string | null;

  @Field(() => String, { nullable: true, description: "Their name, when they are not registered yet." })
  name?: string | null;
}

@InputType({ description: "What a new person says of themselves." })
class RegisterInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => String, { description: "The name, at most 40 characters." })
  name!: string;

  @Field(() => String, { description: "The phone or e-mail address that the code went to." })
  contact!: string;

  @Field(() => String, { description: "The six digits, or the ticket of the city's identity service." })
  code!: string;

  @Field(() => Day, { description: "Date of birth: from 14; under 18 with a guardian." })
  bornOn!: string;

  @Field(() => ID, { description: "The district where they live." })
  district!: string;

  @Field(() => [Role], { description: "VOLUNTEER, FAMILY or both; others are granted." })
  roles!: Register["roles"];

  @Field(() => Locale, { nullable: true, description: "Their language; by default the one they ask in." })
  locale?: LocaleName | null;

  @Field(() => [ConsentKind], { description: "What they agree to; PRIVACY is needed." })
  consents!: Register["consents"];

  @Field(() => GuardianInput, { nullable: true, description: "Needed under 18." })
  guardian?: GuardianInput | null;

  @Field(() => Boolean, { defaultValue: false, description: "True for a program: answers a token, sets no cookie." })
  bearer!: boolean;
}

@ObjectType({ implements: Payload, description: "What registering answers." })
class RegisterPayload extends Payload {
  @Field(() => ViewerType, {
    nullable: true,
    description: "Who is signed in now: the new person, or the guardian who has registered them.",
  })
  viewer?: Viewer | null;

  @Field(() => String, { nullable: true, description: "The bearer token, when one was asked for. Shown this once." })
  token?: string | null;
}

@InputType({ description: "A language." })
class SetLocaleInput {
  @Field(() => Locale, { description: "In which language we write to them." })
  locale!: LocaleName;
}

@InputType({ description: "An agreement to give or take back." })
class ConsentInput {
  @Field(() => ConsentKind, { description: "To what." })
  kind!: ConsentKindName;

  @Field(() => ID, { nullable: true, description: "For GUARDIAN: the minor whom the viewer answers for." })
  person?: string | null;
}

@ObjectType({ implements: Payload, description: "What a change of one's own account answers." })
export class ViewerPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: "The viewer as they are now." })
  viewer?: Viewer | null;
}

@Resolver()
export class RegistrationMutations {
  @For("ANYONE")
  @Query(() => String, {
    nullable: true,
    description: "The path where signing in with the city's identity service begins; null when there is none.",
  })
  singleSignOn(@Ctx() ctx: Context): string | null {
    return ctx.platform.singleSignOn;
  }

  @For("ANYONE")
  @Mutation(() => RegisterPayload, {
    description: "Registers whoever proves that a contact is theirs, and signs them in.",
  })
  register(
    @Arg("input", () => RegisterInput, { description: "The new person." }) input: RegisterInput,
    @Ctx() ctx: Context,
  ) {
    return answer(register(ctx, readRegister(input, ctx)));
  }

  @For("SIGNED_IN")
  @Mutation(() => ViewerPayload, { description: "Chooses the viewer's language." })
  setLocale(@Arg("input", () => SetLocaleInput, { description: "Which." }) input: SetLocaleInput, @Ctx() ctx: Context) {
    return answer(setLocale(signed(ctx), input.locale).then(() => viewerNow(ctx)));
  }

  @For("SIGNED_IN")
  @Mutation(() => ViewerPayload, { description: "Agrees to something in its present wording." })
  giveConsent(@Arg("input", () => ConsentInput, { description: "To what." }) input: ConsentInput, @Ctx() ctx: Context) {
    return answer(
      giveConsent(signed(ctx), { kind: input.kind, person: input.person ?? null }).then(() => viewerNow(ctx)),
    );
  }

  @For("SIGNED_IN")
  @Mutation(() => ViewerPayload, { description: "Takes an agreement back, at once." })
  withdrawConsent(
    @Arg("input", () => ConsentInput, { description: "Which." }) input: ConsentInput,
    @Ctx() ctx: Context,
  ) {
    return answer(
      withdrawConsent(signed(ctx), { kind: input.kind, person: input.person ?? null }).then(() => viewerNow(ctx)),
    );
  }
}

/** The answer shows the viewer as they are after the change, not as they were read before it. */
export function viewerNow(ctx: Context): { viewer: Viewer | null } {
  forgetReads(ctx);
  return { viewer: ctx.viewer };
}

const readRegister = (input: RegisterInput, ctx: Context): Register => ({
  idempotencyKey: input.idempotencyKey,
  name: input.name,
  contact: input.contact,
  code: input.code,
  bornOn: input.bornOn,
  district: input.district,
  roles: input.roles,
  locale: input.locale ?? ctx.locale,
  consents: input.consents,
  guardian: input.guardian
    ? { contact: input.guardian.contact, code: input.guardian.code ?? null, name: input.guardian.name ?? null }
    : null,
  bearer: input.bearer,
});
