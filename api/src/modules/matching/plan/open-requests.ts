import { sql } from "kysely";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { rows } from "../../../platform/database.ts";
import { type RequestWork, workOfRequest } from "../../assignments/request-work.ts";
import { requestFields } from "../../requests/store.ts";
import { type KnownSpecialism, type Wanted, wantedFor } from "./wanted.ts";

/** A request with places that nobody holds, as the rules see it. */
export interface OpenRequest {
  readonly row: RequestWork;
  readonly work: WorkFacts;
  readonly wanted: Wanted;
}

interface Scope {
  /** Null: the city. */
  readonly districtId: number | null;
  /** No more than so many. */
  readonly atMost?: number;
}

type Plain = Omit<RequestWork, "specialismCodes" | "excluded" | "former">;
type Named = { readonly id: string; readonly personId: string; readonly former: boolean };

/**
 * Every open request of a district or the city, the most urgent first, then whoever has waited longest: the same facts as
 * requestWorkById brings, in three statements instead of four look-ups a request.
 */
export async function openRequests(ctx: Context, { districtId, atMost }: Scope, now: Instant): Promise<OpenRequest[]> {
  const open = sql`q.state = 'open' and q.taken < q.places and (${districtId}::smallint is null or q.district_id = ${districtId})`;
  const [plain, named, known] = await Promise.all([
    rows<Plain>(
      ctx,
      sql`select ${requestFields}, k.code as "skillCode" from request q join skill k on k.id = q.skill_id
          where ${open} order by q.urgency desc, q.submitted_at, q.id limit ${atMost ?? null}`,
    ),
    rows<Named>(
      ctx,
      sql`select q.id, x.person_b as "personId", false as former from request q join excluded_pair x on x.person_a = q.requester_id where ${open}
          union all select q.id, x.person_a, false from request q join excluded_pair x on x.person_b = q.requester_id where ${open}
          union all select q.id, a.person_id, false from request q join assignment a on a.request_id = q.id where a.parting_reason is not null and ${open}
          union select q.id, a.person_id, true from request q join request o on o.requester_id = q.requester_id and o.id <> q.id
            join assignment a on a.request_id = o.id where a.state in ('confirmed', 'checked_in', 'completed') and ${open}
          order by 1, 2`,
    ),
    rows<KnownSpecialism>(ctx, sql`select id, skill_id as "skillId", code from specialism order by id`),
  ]);
  const codes = new Map(known.map(({ id, code }) => [id, code]));
  const namedBy = Map.groupBy(named, ({ id }) => id);
  return plain.map((request) => {
    const people = namedBy.get(request.id) ?? [];
    const row: RequestWork = {
      ...request,
      specialismCodes: request.specialisms.map((id) => codes.get(id)!),
      excluded: people.filter(({ former }) => !former).map(({ personId }) => personId),
      former: people.filter(({ former }) => former).map(({ personId }) => personId),
    };
    const work = workOfRequest(row, now);
    return { row, work, wanted: wantedFor(row, work, known) };
  });
}
