import { prime } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { rowOfJson } from "../../platform/json-rows.ts";
import { type AssignmentRow, AssignmentSchema } from "../assignments/assignment.ts";
import { assignmentsById } from "../assignments/store.ts";
import { seesRequest, visibleRequests } from "../assignments/visible-requests.ts";
import { type PersonRow, PersonSchema } from "../people/person.ts";
import { peopleById } from "../people/store.ts";
import { type RequestRow, RequestSchema } from "../requests/request.ts";
import { requestsById } from "../requests/store.ts";
import { type ShiftRow, ShiftSchema } from "../shifts/shift.ts";
import { shiftsById } from "../shifts/store.ts";
import { type SiteRow, SiteSchema } from "../sites/site.ts";
import { sitesById } from "../sites/store.ts";

type Json = Readonly<Record<string, unknown>>;

/** Rows of several tables that one statement brought as JSON; null where there is none. */
export interface Bundle {
  readonly shift?: Json | null;
  readonly site?: Json | null;
  readonly assignment?: Json | null;
  readonly person?: Json | null;
  readonly request?: Json | null;
}

/** Puts a bundle's rows where the field resolvers will look: a board is read in a fixed number of statements. */
export function primeBundle(ctx: Context, { shift, site, assignment, person, request }: Bundle): void {
  if (shift) put(ctx, shiftsById, rowOfJson<ShiftRow>(ShiftSchema, shift));
  if (site) put(ctx, sitesById, rowOfJson<SiteRow>(SiteSchema, site));
  if (assignment) put(ctx, assignmentsById, rowOfJson<AssignmentRow>(AssignmentSchema, assignment));
  if (person) put(ctx, peopleById, rowOfJson<PersonRow>(PersonSchema, person));
  if (request) putRequest(ctx, rowOfJson<RequestRow>(RequestSchema, request));
}

/** Whoever sees it by her role sees it here too; for anybody else the database is asked. */
function putRequest(ctx: Context, request: RequestRow): void {
  put(ctx, requestsById, request);
  if (seesRequest(ctx, request)) put(ctx, visibleRequests, { ...request, bindingState: null });
}

function put<Row extends { readonly id: string }>(
  ctx: Context,
  load: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  row: Row,
): void {
  prime(ctx, load, row.id, row);
}
