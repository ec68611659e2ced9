import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { coordinates, hasRole } from "../../platform/policy.ts";
import type { RequestRow } from "../requests/request.ts";
import { requestColumns } from "../requests/store.ts";

type Helped = RequestRow & { readonly bindingState: string | null };

/**
 * Requests that the viewer may see: their own family's, those of their district, those that they have been asked to
 * help with or do help with, until the last session that is still theirs. All others look as if they were not there.
 */
export async function visibleRequests(ctx: Context, ids: readonly string[]): Promise<Map<string, Helped>> {
  const { viewer } = ctx;
  if (viewer === null) return new Map();
  const found = await rows<Helped>(
    ctx,
    sql`select ${requestColumns}, (select a.state from assignment a where a.request_id = q.id and a.person_id = ${viewer.personId}
            and (a.state in ('offered', 'confirmed', 'checked_in', 'completed')
              or (a.state = 'released' and exists (select from commitment m where m.assignment_id = a.id and m.active and m.ends_at > ${ctx.now()}))) limit 1) as "bindingState"
        from request q where q.id = any(${ids}) and q.state <> 'draft'`,
  );
  const mine = found.filter((request) => request.bindingState !== null || seesRequest(ctx, request));
  return new Map(mine.map((request) => [request.id, request]));
}

/** Without helping with it: the family itself, its district's coordinators, the city's staff. */
export const seesRequest = ({ viewer }: Context, request: RequestRow): boolean =>
  viewer !== null &&
  request.state !== "draft" &&
  (request.requesterId === viewer.personId || coordinates(viewer, request.districtId) || hasRole(viewer, "staff"));

/** Has the family confirmed? Only from then on each side learns more of the other. */
export const isConfirmed = ({ state }: RequestRow): boolean => state === "active" || state === "completed";
