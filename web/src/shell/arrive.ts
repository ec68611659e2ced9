import { i18n } from "@lingui/core";
import { announceNow } from "../lib/announce.ts";
import type { AppRouter } from "../routes.tsx";

/** After a change of page: the title says where one is, and the focus goes to the heading (not when only the view state changed). */
export function announceArrivals(router: AppRouter): void {
  router.subscribe("onResolved", ({ fromLocation, pathChanged }) => {
    showTitle(router);
    if (!fromLocation || !pathChanged) return;
    focusHeading();
    announceNow(document.title);
  });
}

/** A screen that is still loading may put another heading in the place of its first: the focus must not fall to the body. */
const SETTLED = 5_000;
const arrival = new MutationObserver(() => {
  if (document.activeElement === document.body) document.querySelector("h1")?.focus({ preventScroll: true });
});
let settled: ReturnType<typeof setTimeout> | undefined;

function focusHeading(): void {
  document.querySelector("h1")?.focus({ preventScroll: true });
  clearTimeout(settled);
  arrival.observe(document.body, { childList: true, subtree: true });
  settled = setTimeout(() => arrival.disconnect(), SETTLED);
}

export function showTitle(router: AppRouter): void {
  const title = router.state.matches.findLast((match) => match.staticData.title)?.staticData.title;
  document.title = [title && i18n._(title), i18n._("app.name")].filter(Boolean).join(" · ");
}
