import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type ClassType, type NonEmptyArray, type PubSub } from "type-graphql";
import { AssignmentSchema } from "./modules/assignments/assignment.ts";
import { endRequests, requestSchedules } from "./modules/assignments/end-requests.ts";
import { expireOffer, expireOffers, offerSchedules } from "./modules/assignments/expire-offers.ts";
import { extendSessions, sessionSchedules } from "./modules/assignments/extend-sessions.ts";
import {
  AssignmentFace,
  ProblemAlternatives,
  ShiftAssignmentMutations,
  ShiftAssignments,
} from "./modules/assignments/graphql.ts";
import { CandidateFace, CandidatesFace } from "./modules/assignments/graphql-candidates/face.ts";
import { AssignmentWork, RequestAssignments } from "./modules/assignments/graphql-offers/face.ts";
import { OfferMutations } from "./modules/assignments/graphql-offers/mutations.ts";
import { PersonLoad } from "./modules/assignments/load-face.ts";
import { PlaceMutations } from "./modules/assignments/places-face.ts";
import { assignmentReactions } from "./modules/assignments/reactions.ts";
import { BoardFace, CoverageDayFace } from "./modules/boards/graphql/board.ts";
import { CityTodayFace } from "./modules/boards/graphql/city-today.ts";
import { CommitmentFace } from "./modules/boards/graphql/commitment.ts";
import { BoardEventFace } from "./modules/boards/graphql/event.ts";
import { BoardTaskFace } from "./modules/boards/graphql/task.ts";
import { MatchRunMutations } from "./modules/matching/graphql/mutations.ts";
import { ProposalFace } from "./modules/matching/graphql/proposal-face.ts";
import { MatchRunFace } from "./modules/matching/graphql/run-face.ts";
import { matchSchedules, takeBackLostRuns } from "./modules/matching/lost-runs.ts";
import { MatchRunSchema } from "./modules/matching/match-run.ts";
import { ProposalSchema } from "./modules/matching/proposal.ts";
import { planThread, runMatch } from "./modules/matching/run-match.ts";
import { NoticeFace, NoticeMutations, ViewerNotices } from "./modules/notices/graphql.ts";
import { noticeReactions } from "./modules/notices/reactions.ts";
import { sendNotice } from "./modules/notices/send-notice.ts";
import { AvailabilityFace, AvailabilityMutations, ViewerAvailability } from "./modules/people/availability-face.ts";
import { PersonaFace, PersonFace, SignInMutations, ViewerFace } from "./modules/people/graphql.ts";
import { PersonSchema } from "./modules/people/person.ts";
import { RegistrationMutations, ViewerConsents } from "./modules/people/registration-face.ts";
import { RequestFace, RequestMutations } from "./modules/requests/graphql/face.ts";
import { RequestSchema } from "./modules/requests/request.ts";
import { ShiftMutations, ShiftNeeds } from "./modules/shifts/admin-face.ts";
import { ShiftFace } from "./modules/shifts/graphql.ts";
import { ShiftSchema } from "./modules/shifts/shift.ts";
import { DistrictFace, PersonDistrict, RoleGrantDistrict, SiteFace } from "./modules/sites/graphql.ts";
import { SiteSchema } from "./modules/sites/site.ts";
import { CredentialSchema } from "./modules/skills/credential.ts";
import { CredentialFace, CredentialMutations, PersonCredentials } from "./modules/skills/credential-face.ts";
import { expireCredentials } from "./modules/skills/expire-credentials.ts";
import { SkillFace, SpecialismFace } from "./modules/skills/graphql.ts";
import { PersonSkillFace, PersonSkillMutations, PersonSkills } from "./modules/skills/person-skills-face.ts";
import type { Context } from "./platform/context.ts";
import { forbidden, unauthenticated } from "./platform/graphql/errors.ts";
import { ProblemWords } from "./platform/graphql/payload.ts";
import { DateTime } from "./platform/graphql/scalars.ts";
import type { Schedule } from "./platform/jobs.ts";
import { type Audience, belongsTo } from "./platform/policy.ts";
import type { Reaction, Task } from "./platform/reactions.ts";
import { forgetOld, retentionSchedules } from "./platform/retention.ts";

/** The only file that knows every module. */
export const entities = [
  PersonSchema,
  CredentialSchema,
  SiteSchema,
  ShiftSchema,
  RequestSchema,
  AssignmentSchema,
  MatchRunSchema,
  ProposalSchema,
];

const resolvers: NonEmptyArray<ClassType> = [
  ProblemWords,
  PersonFace,
  ViewerFace,
  PersonaFace,
  SignInMutations,
  RegistrationMutations,
  ViewerConsents,
  AvailabilityFace,
  ViewerAvailability,
  AvailabilityMutations,
  SkillFace,
  SpecialismFace,
  PersonSkillFace,
  PersonSkills,
  PersonSkillMutations,
  CredentialFace,
  PersonCredentials,
  CredentialMutations,
  DistrictFace,
  PersonDistrict,
  RoleGrantDistrict,
  SiteFace,
  ShiftFace,
  ShiftNeeds,
  ShiftMutations,
  ProblemAlternatives,
  AssignmentFace,
  ShiftAssignments,
  ShiftAssignmentMutations,
  PlaceMutations,
  PersonLoad,
  NoticeFace,
  ViewerNotices,
  NoticeMutations,
  RequestFace,
  RequestMutations,
  AssignmentWork,
  RequestAssignments,
  OfferMutations,
  MatchRunFace,
  ProposalFace,
  MatchRunMutations,
  CandidatesFace,
  CandidateFace,
  BoardEventFace,
  BoardFace,
  CoverageDayFace,
  BoardTaskFace,
  CommitmentFace,
  CityTodayFace,
];

/** What modules do when others tell: by kind of event. Each may run twice for one cause. */
export const reactions: readonly Reaction[] = [...assignmentReactions, ...noticeReactions];

/** Work that is done later or on a schedule, by name. */
export const tasks: Readonly<Record<string, Task>> = {
  endRequests,
  expireCredentials,
  expireOffer,
  expireOffers,
  extendSessions,
  forgetOld,
  runMatch,
  sendNotice,
  takeBackLostRuns,
};

export const schedules: readonly Schedule[] = [
  // Validity ends with the city's day, at 16:00 UTC; hourly besides, should that moment be missed.
  { task: "expireCredentials", match: "0 * * * *" },
  ...offerSchedules,
  ...sessionSchedules,
  ...requestSchedules,
  ...retentionSchedules,
  ...matchSchedules,
];

/** Threads that wait in every process that works, their code warm. */
export const preparedThreads: readonly URL[] = [planThread];

/** The library wants one before it allows a subscription; ours read the event log instead. */
const unused: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error("Subscriptions read the event log.");
  },
};

export function buildGraphql(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    validate: false,
    pubSub: unused,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    authChecker: ({ context }: { context: Context }, audiences: Audience[]) => {
      if (audiences.some((audience) => belongsTo(context.viewer, audience))) return true;
      throw context.viewer === null ? unauthenticated(context.locale) : forbidden(context.locale);
    },
  });
  for (const [type, description] of [
    [schema.getQueryType(), "What can be asked."],
    [schema.getMutationType(), "What can be done. Each answers `problems`; when there are some, nothing has changed."],
    [schema.getSubscriptionType(), "What can be followed as it happens."],
  ] as const)
    if (type) type.description = description;
  return schema;
}
