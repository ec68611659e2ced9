import "./ui/tokens.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { createApolloClient } from "./lib/client.ts";
import { preferences, showPreferences, watchPreferences } from "./lib/preferences.ts";
import { watchViewer } from "./lib/viewer.ts";
import { loadWords, speak } from "./lib/words.ts";
import { createAppRouter } from "./routes.tsx";
import { App } from "./shell/app.tsx";
import { announceArrivals, showTitle } from "./shell/arrive.ts";

showPreferences();
const client = createApolloClient();
const router = createAppRouter(client);
announceArrivals(router);

watchPreferences(() => void speak(preferences().locale).then(() => showTitle(router)));
// Another hat, or none: the guards decide again where one may be.
watchViewer(() => void router.invalidate());

await speak(preferences().locale);
await loadWords("app");
createRoot(document.getElementById("root")!).render(<App client={client} router={router} />);
