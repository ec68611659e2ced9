import { lastHome } from "../lib/last-home.ts";
import type { AppRouter } from "../routes.tsx";

/** The page's code is on its way while the server is still asked who is here; only then would the router fetch it. */
export function fetchAhead(router: AppRouter): void {
  const path = window.location.pathname;
  const [matchedRoutes] = router.getMatchedRoutes(path === "/" ? (lastHome() ?? path) : path);
  for (const route of matchedRoutes) router.loadRouteChunk(route)?.catch(() => {});
}
