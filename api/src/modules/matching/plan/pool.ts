import type { Context } from "../../../platform/context.ts";
import { type Ask, candidates, type Reach } from "./candidates.ts";
import type { OpenRequest } from "./open-requests.ts";
import { keyOf, type Wanted } from "./wanted.ts";

/** People for requests that want the same, read a piece at a time: those of the district first. */
export interface Pool {
  readonly wanted: Wanted;
  readonly requests: OpenRequest[];
  /** Each once, in the order in which they were found. */
  readonly ids: Set<string>;
  /** Rows read so far of each reach; null: there are no more. */
  readonly read: Record<Reach, number | null>;
}

export function poolsOf(requests: readonly OpenRequest[]): Pool[] {
  const pools = new Map<string, Pool>();
  for (const request of requests) {
    const key = keyOf(request.wanted);
    const pool = pools.get(key) ?? { wanted: request.wanted, requests: [], ids: new Set(), read: { near: 0, far: 0 } };
    pool.requests.push(request);
    pools.set(key, pool);
  }
  return [...pools.values()];
}

export const isExhausted = ({ read }: Pool): boolean => read.near === null && read.far === null;

/** Reads on until each pool has as many people as `sizeOf` wants, or there are no more. Two statements at most. */
export async function fill(ctx: Context, pools: readonly Pool[], sizeOf: (pool: Pool) => number): Promise<void> {
  for (const reach of ["near", "far"] as const) {
    const short = pools.filter((pool) => pool.read[reach] !== null && pool.ids.size < sizeOf(pool));
    if (short.length > 0) await readOn(ctx, reach, short, sizeOf);
  }
}

async function readOn(ctx: Context, reach: Reach, pools: readonly Pool[], sizeOf: (pool: Pool) => number) {
  const asks = pools.map((pool, n): Ask => {
    return { ...pool.wanted, n, skip: pool.read[reach] ?? 0, most: sizeOf(pool) - pool.ids.size };
  });
  const found = await candidates(ctx, reach, asks);
  for (const [n, pool] of pools.entries()) {
    const ids = found.get(n) ?? [];
    for (const id of ids) pool.ids.add(id);
    pool.read[reach] = ids.length < asks[n]!.most ? null : asks[n]!.skip + ids.length;
  }
}
