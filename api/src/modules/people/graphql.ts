import {
  Arg,
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
import { batch } from "../../platform/batch.ts";
import type { Context, RoleGrant, Viewer } from "../../platform/context.ts";
import { boards, seqDescription } from "../../platform/events.ts";
import { For } from "../../platform/graphql/audience.ts";
import { Node } from "../../platform/graphql/connection.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { signed } from "../../platform/policy.ts";
import { lookAtPerson } from "./look-at-person.ts";
import { isOpenTo, type Seen, seenBy } from "./names.ts";
import type { PersonRow } from "./person.ts";
import { type Persona, personas } from "./persona.ts";
import { requestCode } from "./request-code.ts";
import { phoneMaskedOf } from "./sealed-contact.ts";
import { demoSignIn, signIn, signOut } from "./sign-in.ts";
import { peopleById } from "./store.ts";

export const Role = {
  VOLUNTEER: "volunteer",
  FAMILY: "family",
  COORDINATOR: "coordinator",
  CHECKER: "checker",
  STAFF: "staff",
} as const;
registerEnumType(Role, { name: "Role", description: "What somebody may do here." });

export const Locale = { ZH_CN: "zh-CN", EN: "en" } as const;
registerEnumType(Locale, { name: "Locale", description: "A language of the product." });

@ObjectType("Person", { implements: Node, description: "Somebody, as much of them as the viewer may see." })
export class PersonType extends Node {}

@ObjectType("RoleGrant", { description: "A role that somebody holds, and where." })
export class RoleGrantType {
  @Field(() => Role, { description: "The role." })
  role!: string;
}

@ObjectType("Viewer", { description: "Whoever is signed in, as they see themselves." })
export class ViewerType {
  @Field(() => [RoleGrantType], { description: "The roles of this moment." })
  roles!: readonly RoleGrant[];

  @Field(() => Int, { description: seqDescription })
  seq!: number;
}

/** A person of the rows that are batched; throws for an id that no foreign key can hold. */
export async function personOf(ctx: Context, id: string): Promise<PersonRow> {
  const found = await batch(ctx, peopleById, id);
  if (!found) throw new RangeError("A row names a person who is not there.");
  return found;
}

@Resolver(() => PersonType)
export class PersonFace {
  @For("SIGNED_IN")
  @Query(() => PersonType, {
    nullable: true,
    description:
      "The viewer themselves, or somebody who lives or serves where the viewer coordinates; each look is noted.",
  })
  person(
    @Arg("id", () => ID, { description: "Their id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<PersonRow | null> {
    return lookAtPerson(signed(ctx), id);
  }

  @FieldResolver(() => String, {
    description: "The name: whole for themselves and coordinators, 张同学 for families, 林* for others.",
  })
  name(@Root() person: PersonRow & Seen, @Ctx() ctx: Context): string {
    return seenBy(ctx, person);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "138****2207; for themselves and coordinators, null for others or when no number is known.",
  })
  phoneMasked(@Root() person: PersonRow, @Ctx() ctx: Context): string | null {
    return isOpenTo(ctx.viewer, person) ? phoneMaskedOf(ctx.platform.secrets, person) : null;
  }

  @FieldResolver(() => String, { description: "The public volunteer number." })
  number(@Root() person: PersonRow): string {
    return String(person.number);
  }
}

@Resolver(() => ViewerType)
export class ViewerFace {
  @For("ANYONE")
  @Query(() => ViewerType, { nullable: true, description: "Who is signed in; null when nobody is." })
  viewer(@Ctx() ctx: Context): Viewer | null {
    return ctx.viewer;
  }

  @FieldResolver(() => PersonType, { description: "The person." })
  person(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<PersonRow> {
    return personOf(ctx, viewer.personId);
  }

  @FieldResolver(() => Locale, { description: "The language that they chose." })
  async locale(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<string> {
    return (await personOf(ctx, viewer.personId)).locale;
  }

  @FieldResolver(() => [String], {
    description: "Keys of the boards that are always theirs to watch: their own, and those of their districts.",
  })
  boards(@Root() viewer: Viewer): string[] {
    const districts = viewer.roles.flatMap(({ role, districtId }) =>
      role === "coordinator" && districtId !== null ? [boards.district(districtId)] : [],
    );
    return [boards.person(viewer.personId), ...districts];
  }
}

@ObjectType("Persona", { description: "Somebody of the demonstration city to sign in as." })
export class PersonaType {
  @Field(() => String, { description: "What `demoSignIn` takes." })
  code!: string;

  @Field(() => Role, { description: "The role in which they come." })
  role!: string;
}

@Resolver(() => PersonaType)
export class PersonaFace {
  @For("ANYONE")
  @Query(() => [PersonaType], {
    nullable: true,
    description: "People to sign in as; null outside the demonstration city.",
  })
  async personas(@Ctx() ctx: Context): Promise<Persona[] | null> {
    return ctx.platform.mode === "demonstration" ? personas(ctx) : null;
  }

  @FieldResolver(() => String, { description: "Who they are, in the viewer's language." })
  label(@Root() persona: Persona, @Ctx() ctx: Context): string {
    return ctx.locale === "en" ? persona.labelEn : persona.labelZh;
  }

  @FieldResolver(() => String, { description: "Their invented name." })
  name(@Root() persona: Persona): string {
    return persona.name;
  }
}

@InputType({ description: "Where to send a one-time code." })
class RequestCodeInput {
  @Field(() => String, { description: "A mobile number or an e-mail address." })
  contact!: string;
}

@ObjectType({ implements: Payload, description: "What `requestCode` answers." })
class RequestCodePayload extends Payload {
  @Field(() => Int, { nullable: true, description: "Seconds until another code may be asked for." })
  retryAfterSeconds?: number | null;
}

@InputType({ description: "A contact and the code that was sent to it." })
class SignInInput {
  @Field(() => String, { description: "The contact that the code went to." })
  contact!: string;

  @Field(() => String, { description: "The six digits." })
  code!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True for a program: answers a token instead of setting a cookie.",
  })
  bearer!: boolean;
}

@InputType({ description: "Whom of the demonstration city to be." })
class DemoSignInInput {
  @Field(() => String, { description: "A persona's code." })
  persona!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True for a program: answers a token instead of setting a cookie.",
  })
  bearer!: boolean;
}

@ObjectType({ implements: Payload, description: "What signing in answers." })
class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: "Who is signed in now." })
  viewer?: Viewer | null;

  @Field(() => String, {
    nullable: true,
    description: "The bearer token, when one was asked for. It is shown this once.",
  })
  token?: string | null;
}

@ObjectType({ implements: Payload, description: "What signing out answers." })
class SignOutPayload extends Payload {}

@Resolver()
export class SignInMutations {
  @For("ANYONE")
  @Mutation(() => RequestCodePayload, { description: "Sends a one-time code to a phone or an e-mail address." })
  requestCode(
    @Arg("input", () => RequestCodeInput, { description: "Where to." }) input: RequestCodeInput,
    @Ctx() ctx: Context,
  ) {
    return answer(requestCode(ctx, { contact: input.contact }));
  }

  @For("ANYONE")
  @Mutation(() => SignInPayload, { description: "Signs in with a one-time code." })
  signIn(
    @Arg("input", () => SignInInput, { description: "Contact and code." }) input: SignInInput,
    @Ctx() ctx: Context,
  ) {
    return answer(signIn(ctx, { contact: input.contact, code: input.code, bearer: input.bearer }));
  }

  @For("ANYONE")
  @Mutation(() => SignInPayload, {
    description: "Signs in as somebody of the demonstration city; refused anywhere else.",
  })
  demoSignIn(
    @Arg("input", () => DemoSignInInput, { description: "As whom." }) input: DemoSignInInput,
    @Ctx() ctx: Context,
  ) {
    return answer(demoSignIn(ctx, { persona: input.persona, bearer: input.bearer }));
  }

  @For("ANYONE")
  @Mutation(() => SignOutPayload, { description: "Ends this session." })
  signOut(@Ctx() ctx: Context) {
    return answer(signOut(ctx).then(() => ({})));
  }
}
