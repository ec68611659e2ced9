import { sql } from "kysely";
import { isId } from "../../kernel/id.ts";
import type { Context, Viewer } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { coordinates, hasRole } from "../../platform/policy.ts";

/**
 * May this viewer watch this board? Asked on subscribing and again before every event. What a board's own row says
 * (whose request, which district) never changes, so `boardFacts` is read once a subscription.
 */
export function mayWatch(viewer: Viewer | null, board: BoardFacts | null): boolean {
  if (viewer === null || board === null) return false;
  switch (board.kind) {
    case "district":
      return coordinates(viewer, board.districtId) || hasRole(viewer, "staff");
    case "site":
      return hasRole(viewer, "volunteer") || coordinates(viewer, board.districtId) || hasRole(viewer, "staff");
    case "request":
      return board.ownerId === viewer.personId || coordinates(viewer, board.districtId);
    case "person":
      return board.ownerId === viewer.personId;
    case "run":
      return coordinates(viewer, board.districtId);
  }
}

export interface BoardFacts {
  readonly key: string;
  readonly kind: "district" | "site" | "request" | "person" | "run";
  readonly districtId: number;
  readonly ownerId: string | null;
}

/** What decides who may watch a board; null when there is no such thing. */
export async function boardFacts(ctx: Context, key: string): Promise<BoardFacts | null> {
  const [kind, id = ""] = key.split("/");
  if (kind === "district") {
    const districtId = /^\d{1,4}$/.test(id) ? Number(id) : 0;
    return found(
      key,
      kind,
      await row(ctx, sql`select id as "districtId", null as "ownerId" from district where id = ${districtId}`),
    );
  }
  if (!isId(id)) return null;
  if (kind === "person") return { key, kind, districtId: 0, ownerId: id.toLowerCase() };
  if (kind === "site")
    return found(
      key,
      kind,
      await row(ctx, sql`select district_id as "districtId", null as "ownerId" from site where id = ${id}`),
    );
  if (kind === "request")
    return found(
      key,
      kind,
      await row(ctx, sql`select district_id as "districtId", requester_id as "ownerId" from request where id = ${id}`),
    );
  if (kind === "run")
    return found(
      key,
      kind,
      await row(
        ctx,
        sql`select coalesce(district_id, 0) as "districtId", null as "ownerId" from match_run where id = ${id}`,
      ),
    );
  return null;
}

const found = (
  key: string,
  kind: BoardFacts["kind"],
  facts: { districtId: number; ownerId: string | null } | undefined,
): BoardFacts | null => (facts === undefined ? null : { key, kind, ...facts });
