import type { ClassType } from "type-graphql";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import type { Subject } from "../../platform/events.ts";
import { AssignmentType } from "../assignments/graphql.ts";
import { visibleAssignment } from "../assignments/visible-assignments.ts";
import { visibleRequests } from "../assignments/visible-requests.ts";
import { MatchRunType } from "../matching/graphql/types.ts";
import { visibleRuns } from "../matching/hold-run.ts";
import { NoticeType, visibleNotice } from "../notices/graphql.ts";
import { RequestType } from "../requests/graphql/types.ts";
import { ShiftType } from "../shifts/graphql.ts";
import { shiftsById } from "../shifts/store.ts";
import { CredentialType, visibleCredential } from "../skills/credential-face.ts";

interface Noun {
  readonly type: ClassType;
  /** The thing as it is now; undefined when it is not there, or not the viewer's to see. */
  readonly load: (ctx: Context, id: string) => Promise<object | undefined>;
}

/** What events are about: how each is read and which type shows it. */
export const nouns: Partial<Record<Subject, Noun>> = {
  Shift: { type: ShiftType, load: (ctx, id) => batch(ctx, shiftsById, id) },
  Request: { type: RequestType, load: (ctx, id) => batch(ctx, visibleRequests, id) },
  Assignment: { type: AssignmentType, load: visibleAssignment },
  MatchRun: { type: MatchRunType, load: (ctx, id) => batch(ctx, visibleRuns, id) },
  Notice: { type: NoticeType, load: visibleNotice },
  Credential: { type: CredentialType, load: visibleCredential },
};
