/** Same name as in public/offline.js. */
const NAME = "shouwang-page";

/**
 * Lets a reload without a line find the page: the service worker keeps what is fetched from now on, and what this visit has
 * fetched before it ran is added here. Only on secure origins, and never in development, where files have no hash.
 */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/offline.js");
  await navigator.serviceWorker.ready;
  const cache = await caches.open(NAME);
  const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = fetched.filter((url) => url.startsWith(`${location.origin}/assets/`));
  const wanted = ["/", "/boot.js", "/favicon.svg", ...new Set(own)];
  const there = await Promise.all(wanted.map((url) => cache.match(url)));
  await cache.addAll(wanted.filter((_, at) => !there[at]));
}
