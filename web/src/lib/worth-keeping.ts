import type { NormalizedCacheObject } from "@apollo/client/cache";

/** What a person must be able to read without a line: the board, the duties ahead, the requests. Not whom one could ask, nor what was proposed. */
const roots = /^(viewer|board|districts|sites|shifts|mySchedule|myOffers|myRequests|request)\b/;

/** The part of a cache that may stay on the device: those roots, and what can be reached from them. */
export function worthKeeping(cache: NormalizedCacheObject): NormalizedCacheObject {
  const { ROOT_QUERY: query = {} } = cache;
  const kept: NormalizedCacheObject = {
    ROOT_QUERY: Object.fromEntries(
      Object.entries(query).filter(([field]) => field === "__typename" || roots.test(field)),
    ),
  };
  const reach = (value: unknown): void => {
    if (!value || typeof value !== "object") return;
    const { __ref: id } = value as { __ref?: string };
    if (id && !kept[id] && cache[id]) {
      kept[id] = cache[id];
      reach(cache[id]);
    }
    for (const inner of Object.values(value)) reach(inner);
  };
  reach(kept.ROOT_QUERY);
  return kept;
}
