import type { ApolloClient } from "@apollo/client";
import type { NormalizedCacheObject } from "@apollo/client/cache";
import type { VersionedCache } from "./cache.ts";
import { connection, tellLine } from "./connection.ts";
import { type Viewer, viewer, watchViewer } from "./viewer.ts";
import { worthKeeping } from "./worth-keeping.ts";

/** `at`: milliseconds since the epoch, when the data was read. */
type Copy = { person: Viewer; at: number; data: NormalizedCacheObject };

const NAME = "shouwang-copy";
const PLACE = "/copy";
/** A busy board changes several times a second; it is written down at most this often. */
const EVERY = 3_000;
/** An older roster would send people to the wrong door. */
const GOOD_FOR = 48 * 3_600_000;

/** Browsers keep no such thing for pages that came over plain HTTP from another machine. */
const possible = () => "caches" in globalThis;

/** From now on what the person sees is also on the device, until she signs out. */
export function keepCopy(client: ApolloClient): void {
  let due = false;
  (client.cache as VersionedCache).onChange = () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      void write(client).catch(() => {}); // A full device keeps no copy; the screen does not suffer.
    }, EVERY);
  };
  let whose = viewer()?.id;
  watchViewer(() => {
    const now = viewer();
    const another = now === null || (whose !== undefined && now?.id !== whose);
    whose = now?.id;
    if (another && possible()) void caches.delete(NAME);
  });
}

async function write(client: ApolloClient): Promise<void> {
  const person = viewer();
  if (!person || !possible() || connection().state === "offline") return;
  const copy: Copy = { person, at: Date.now(), data: worthKeeping(client.cache.extract() as NormalizedCacheObject) };
  const cache = await caches.open(NAME);
  if (viewer()?.id === person.id) await cache.put(PLACE, new Response(JSON.stringify(copy)));
}

/** Shows the kept copy and says how old it is; gives whose it is, or null where there is none to show. */
export async function showCopy(client: ApolloClient): Promise<Viewer | null> {
  const kept = possible() ? await caches.match(PLACE, { cacheName: NAME }) : undefined;
  const copy = (await kept?.json()) as Copy | undefined;
  if (!copy || Date.now() - copy.at > GOOD_FOR) return null;
  client.cache.restore(copy.data);
  tellLine({ type: "copied", at: copy.at });
  return copy.person;
}
