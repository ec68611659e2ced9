import type { Context } from "../../platform/context.ts";

/** The catalogue changes a few times a year: a process may be this much behind a changed name. */
const goodForMs = 60_000;

type Read<Row> = (ctx: Context, ids: readonly number[]) => Promise<readonly Row[]>;

/**
 * Rows of the catalogue by id, from memory where they were read within the last minute. A row that was not there is asked for
 * again each time, so that a new skill is known at once.
 */
export function remembered<Row extends { readonly id: number }>(
  read: Read<Row>,
): (ctx: Context, ids: readonly number[]) => Promise<Map<number, Row>> {
  const memories = new WeakMap<object, Map<number, { readonly row: Row; readonly readAt: number }>>();
  return async (ctx, ids) => {
    const database = ctx.em.getDriver();
    const memory = memories.get(database) ?? new Map();
    memories.set(database, memory);
    const since = performance.now() - goodForMs;
    const missing = ids.filter((id) => !((memory.get(id)?.readAt ?? Number.NEGATIVE_INFINITY) > since));
    const readAt = performance.now();
    for (const id of missing) memory.delete(id);
    if (missing.length > 0) for (const row of await read(ctx, missing)) memory.set(row.id, { row, readAt });
    return new Map(ids.flatMap((id) => (memory.has(id) ? [[id, memory.get(id)!.row] as const] : [])));
  };
}
