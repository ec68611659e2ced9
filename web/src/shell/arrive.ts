import { i18n } from "@lingui/core";
import { announceNow } from "../lib/announce.ts";
import type { AppRouter } from "../routes.tsx";

/** After a change of page: the title says where one is, and the focus goes to the heading (not when only the view state changed). */
export function announceArrivals(router: AppRouter): void {
  router.subscribe("onResolved", ({ fromLocation, pathChanged }) => {
    showTitle(router);
    if (!fromLocation || !pathChanged) return;
    const heading = document.querySelector<HTMLElement>("h1");
    heading?.focus({ preventScroll: true });
    announceNow(document.title);
  });
}

export function showTitle(router: AppRouter): void {
  const title = router.state.matches.findLast((match) => match.staticData.title)?.staticData.title;
  document.title = [title && i18n._(title), i18n._("app.name")].filter(Boolean).join(" · ");
}
