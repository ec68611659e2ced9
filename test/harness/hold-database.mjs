// A process that runs an embedded database until it is told to stop: node hold-database.mjs FOLDER. Prints its address.
import { forgetful } from "../../api/src/platform/postgres/cluster.ts";
import { startEmbeddedPostgres } from "../../api/src/platform/postgres/embedded.ts";
import { onStopRequest } from "../../api/src/platform/stop-signals.ts";

const log = { info: console.error, warn: console.error };
try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2], log, settings: forgetful });
  onStopRequest(() => server.stop());
  console.log(server.adminUrl);
  setInterval(() => {}, 60_000);
} catch (error) {
  console.error(`${error.name}: ${error.message}`);
  process.exit(1);
}
