import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, Node } from "../../../platform/graphql/connection.ts";
import { Payload } from "../../../platform/graphql/payload.ts";
import { DateTime, Day } from "../../../platform/graphql/scalars.ts";
import { WeeklyWindowType } from "../../../platform/graphql/weekly-window.ts";
import { Mode } from "../../shifts/graphql.ts";
import type { Draft, DraftAnswers } from "../draft.ts";
import { cancelReasons, forWhoms, type RequestRow, requestKinds } from "../request.ts";
import { allStates } from "../states.ts";

/** GraphQL's UPPER names of the database's words. */
const named = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word.toUpperCase(), word]));

export const RequestKind = named(requestKinds);
registerEnumType(RequestKind, { name: "RequestKind", description: "What kind of help is asked for." });
export const RequestState = named(allStates);
registerEnumType(RequestState, {
  name: "RequestState",
  description: "Where a request stands. OPEN: offers may be out. MATCHED: somebody has accepted, the family confirms.",
});
export const ForWhom = named(forWhoms);
registerEnumType(ForWhom, { name: "ForWhom", description: "For whom help is asked." });
export const CancelReason = named(cancelReasons);
registerEnumType(CancelReason, { name: "CancelReason", description: "Why a request is cancelled." });

@ObjectType("Request", { implements: Node, description: "What a family or a community asks for." })
export class RequestType extends Node {
  @Field(() => RequestKind, { description: "What kind of help." })
  kind!: string;

  @Field(() => RequestState, { description: "Where it stands." })
  state!: string;

  @Field(() => Mode, { description: "How people meet." })
  mode!: string;

  @Field(() => Int, { description: "0 (can wait) to 3 (today)." })
  urgency!: number;

  @Field(() => Int, { description: "How many people are asked for." })
  places!: number;

  @Field(() => Int, { description: "How many places are held, by offers too." })
  taken!: number;

  @Field(() => String, { nullable: true, description: "The child's grade, e.g. junior2." })
  grade?: string | null;

  @Field(() => Int, { description: "How long one session lasts." })
  sessionMinutes!: number;

  @Field(() => Day, { nullable: true, description: "The first day; null: as soon as possible." })
  fromOn?: string | null;

  @Field(() => Day, { nullable: true, description: "The last day; null: until further notice." })
  untilOn?: string | null;

  @Field(() => String, { nullable: true, description: "`female` or `male`, when wished." })
  genderWish?: string | null;

  @Field(() => String, { nullable: true, description: "The language that the helper has to speak, e.g. yue." })
  language?: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was submitted." })
  submittedAt?: Date | null;

  @Field(() => Int, { description: "Rises with every change; edits name the one that they saw." })
  version!: number;
}

export const RequestConnection = connectionOf("Request", () => RequestType);

@ObjectType("Wait", { description: "How long others have waited, in whole minutes." })
export class WaitType {
  @Field(() => Int, { description: "Half of them waited no longer." })
  medianMinutes!: number;

  @Field(() => Int, { description: "One in ten waited no longer." })
  shortMinutes!: number;

  @Field(() => Int, { description: "Nine in ten waited no longer." })
  longMinutes!: number;

  @Field(() => Int, {
    description: "How many matched requests this is read from; 0: nothing is known, show no figure.",
  })
  basis!: number;
}

@ObjectType("DraftAnswers", { description: "A wizard's answers so far; nothing in them has been checked." })
export class DraftAnswersType {
  @Field(() => RequestKind, { nullable: true, description: "What kind of help." })
  kind?: string | null;

  @Field(() => ForWhom, { nullable: true, description: "For whom." })
  forWhom?: string | null;

  @Field(() => ID, { nullable: true, description: "The district." })
  district?: string | null;

  @Field(() => Mode, { nullable: true, description: "How people meet." })
  mode?: string | null;

  @Field(() => Int, { nullable: true, description: "0 (can wait) to 3 (today)." })
  urgency?: number | null;

  @Field(() => ID, { nullable: true, description: "The skill." })
  skill?: string | null;

  @Field(() => [ID], { nullable: true, description: "The subjects, most urgent first." })
  subjects?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: "The child's grade." })
  grade?: string | null;

  @Field(() => [WeeklyWindowType], { nullable: true, description: "When it suits." })
  weekly?: DraftAnswers["weekly"];

  @Field(() => Int, { nullable: true, description: "Sessions a week." })
  sessionsPerWeek?: number | null;

  @Field(() => Int, { nullable: true, description: "Minutes of one session." })
  sessionMinutes?: number | null;

  @Field(() => String, { nullable: true, description: "`female` or `male`." })
  genderWish?: string | null;

  @Field(() => String, { nullable: true, description: "The language that the helper has to speak." })
  language?: string | null;

  @Field(() => String, { nullable: true, description: "The note." })
  note?: string | null;
}

@ObjectType("RequestDraft", { description: "What a family has filled in and not yet submitted." })
export class RequestDraftType {
  @Field(() => ID, { description: "The id." })
  id!: string;

  @Field(() => DraftAnswersType, { description: "The answers so far." })
  answers!: DraftAnswers;

  @Field(() => Int, { description: "Rises with every save; the next save names the one that it saw." })
  version!: number;

  @Field(() => DateTime, { description: "When it was saved." })
  savedAt!: Date;
}

@ObjectType({ implements: Payload, description: "What saving a draft answers." })
export class SaveDraftPayload extends Payload {
  @Field(() => RequestDraftType, { nullable: true, description: "The draft as it is now." })
  draft?: Draft | null;
}

@ObjectType({ implements: Payload, description: "What a change of a request answers." })
export class RequestPayload extends Payload {
  @Field(() => RequestType, { nullable: true, description: "The request as it is now." })
  request?: RequestRow | null;
}
