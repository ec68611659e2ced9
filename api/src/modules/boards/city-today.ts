import { cityZone } from "../../kernel/city.ts";
import type { Context } from "../../platform/context.ts";
import type { Platform } from "../../platform/platform.ts";
import { type CityToday, countToday } from "./today-store.ts";

const keptMs = 30_000;
const kept = new WeakMap<Platform, { readonly at: number; readonly today: Promise<CityToday> }>();

/**
 * How today stands, counted at most twice a minute in each process: anybody may ask, as often as they like, and many who
 * ask at once share one count. A count that failed is not kept.
 */
export async function cityToday(ctx: Context): Promise<CityToday> {
  const { platform } = ctx;
  const now = ctx.now().getTime();
  const before = kept.get(platform);
  if (before && now >= before.at && now - before.at < keptMs) return before.today;
  const counting = { at: now, today: countToday(ctx, cityZone) };
  kept.set(platform, counting);
  counting.today.catch(() => kept.get(platform) === counting && kept.delete(platform));
  return counting.today;
}
