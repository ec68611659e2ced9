import { sql } from "kysely";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { rows } from "../../../platform/database.ts";
import { type RequestWork, requestWorkById, workOfRequest } from "../../assignments/request-work.ts";
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

/** Every open request of a district or the city, the most urgent first, then whoever has waited longest. */
export async function openRequests(ctx: Context, { districtId, atMost }: Scope, now: Instant): Promise<OpenRequest[]> {
  const ids = await rows<{ id: string }>(
    ctx,
    sql`select id from request where state = 'open' and taken < places and (${districtId}::smallint is null or district_id = ${districtId})
        order by urgency desc, submitted_at, id limit ${atMost ?? null}`,
  );
  const found = await requestWorkById(
    ctx,
    ids.map(({ id }) => id),
  );
  const known = await rows<KnownSpecialism>(
    ctx,
    sql`select id, skill_id as "skillId", code from specialism order by id`,
  );
  return ids.flatMap(({ id }) => {
    const row = found.get(id);
    if (!row) return [];
    const work = workOfRequest(row, now);
    return [{ row, work, wanted: wantedFor(row, work, known) }];
  });
}
