import "./ui/tokens.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { followLocale } from "./features/sign-in/session.ts";
import { createApolloClient } from "./lib/client.ts";
import { connection, watchConnection } from "./lib/connection.ts";
import { preferences, showPreferences, watchPreferences } from "./lib/preferences.ts";
import { setViewer, viewer, watchViewer } from "./lib/viewer.ts";
import { loadWords, speak } from "./lib/words.ts";
import { createAppRouter } from "./routes.tsx";
import { App } from "./shell/app.tsx";
import { announceArrivals, showTitle } from "./shell/arrive.ts";
import { fetchAhead } from "./shell/fetch-ahead.ts";

showPreferences();
const client = createApolloClient(() => setViewer(null));
const router = createAppRouter(client);
fetchAhead(router);
announceArrivals(router);
followLocale(client);

watchPreferences(() => void speak(preferences().locale).then(() => showTitle(router)));
// Another hat, or none any more: the guards decide again where one may be.
let before = viewer();
watchViewer(() => {
  if (before !== undefined) void router.invalidate();
  before = viewer();
});
// 4401: the sign-in has ended while the socket was open.
watchConnection(() => connection().code === 4401 && setViewer(null));

await loadWords("app");
await speak(preferences().locale);
void import("./lib/copy.ts").then(({ keepCopy }) => keepCopy(client));
/** The first screen comes first. */
const LATER = 2_000;
setTimeout(() => void import("./lib/keep-page.ts").then(({ keepPage }) => keepPage()).catch(() => {}), LATER);
createRoot(document.getElementById("root")!).render(<App client={client} router={router} />);
