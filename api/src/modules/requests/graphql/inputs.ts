import { Field, ID, InputType, Int } from "type-graphql";
import { Day } from "../../../platform/graphql/scalars.ts";
import { WeeklyWindowInput } from "../../../platform/graphql/weekly-window.ts";
import { Mode } from "../../shifts/graphql.ts";
import type { ForWhom as ForWhomName, RequestKind as RequestKindName, RequestRow } from "../request.ts";
import { ForWhom, RequestKind } from "./types.ts";

@InputType({ description: "What is needed, when, how and by whom." })
export class SubmitRequestInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => RequestKind, { description: "What kind of help." })
  kind!: RequestKindName;

  @Field(() => ForWhom, { description: "For whom." })
  forWhom!: ForWhomName;

  @Field(() => ID, { description: "The district where they live." })
  district!: string;

  @Field(() => Mode, { description: "How people meet." })
  mode!: RequestRow["mode"];

  @Field(() => Int, { description: "0 (can wait) to 3 (today)." })
  urgency!: number;

  @Field(() => ID, { description: "The skill that is needed." })
  skill!: string;

  @Field(() => [ID], {
    description: "Specialisms of it, most urgent first, at most 5: the first is required, the others wished.",
  })
  subjects!: string[];

  @Field(() => String, {
    nullable: true,
    description: "The child's grade: kindergarten, primary1–6, junior1–3, senior1–3.",
  })
  grade?: string | null;

  @Field(() => [WeeklyWindowInput], { description: "When it suits, at most 42 windows." })
  weekly!: WeeklyWindowInput[];

  @Field(() => Int, { description: "1 to 7." })
  sessionsPerWeek!: number;

  @Field(() => Int, { description: "15 to 480." })
  sessionMinutes!: number;

  @Field(() => Day, { nullable: true, description: "The first day; null: as soon as possible." })
  fromOn?: string | null;

  @Field(() => Day, { nullable: true, description: "The last day; null: until further notice." })
  untilOn?: string | null;

  @Field(() => String, { nullable: true, description: "`female` or `male`: a wish." })
  genderWish?: string | null;

  @Field(() => String, { nullable: true, description: "A language that the helper has to speak, e.g. yue." })
  language?: string | null;

  @Field(() => String, { nullable: true, description: "At most 120 characters, without names, numbers or employers." })
  note?: string | null;

  @Field(() => Boolean, { description: "They are the guardian, and agree to be matched as the privacy notice says." })
  consent!: boolean;
}

@InputType({ description: "A wizard's answers so far." })
export class DraftAnswersInput {
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
  subjects?: string[] | null;

  @Field(() => String, { nullable: true, description: "The child's grade." })
  grade?: string | null;

  @Field(() => [WeeklyWindowInput], { nullable: true, description: "When it suits." })
  weekly?: WeeklyWindowInput[] | null;

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

@InputType({ description: "Answers to keep." })
export class SaveDraftInput {
  @Field(() => DraftAnswersInput, { description: "All answers so far; they replace those kept before." })
  answers!: DraftAnswersInput;

  @Field(() => Int, { nullable: true, description: "The version that was last seen; null: there was none." })
  expectedVersion?: number | null;
}
