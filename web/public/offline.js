// Service worker: keeps the page and its files, so that a reload without a line still opens; the data that it then shows is
// kept by src/lib/copy.ts. The network always comes first for the page, the kept file for everything with a hash in its name.
const NAME = "shouwang-page"; // src/lib/keep-page.ts fills the same cache
const PATIENCE = 4_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    // A sign-in with the city's identity service must never end on a kept page.
    if (!pathname.startsWith("/auth")) event.respondWith(page(request));
  } else if (/^\/(assets\/|boot\.js$|favicon\.svg$)/.test(pathname)) event.respondWith(file(request));
});

async function page(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match("/");
  const answer = fetch(request).then(async (response) => {
    if (isPage(response)) await keep(cache, kept, response.clone());
    return response;
  });
  if (!kept) return answer;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([answer.catch(() => kept.clone()), late]);
}

const isPage = (response) =>
  response.ok && !response.redirected && (response.headers.get("content-type") ?? "").startsWith("text/html");

/** Another page is another build: the files of the old one go. */
async function keep(cache, kept, response) {
  const fresh = await response.clone().text();
  if (kept && (await kept.clone().text()) === fresh) return;
  for (const old of await cache.keys()) await cache.delete(old);
  await cache.put("/", response);
}

async function file(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request);
  if (kept && request.url.includes("/assets/")) return kept;
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
