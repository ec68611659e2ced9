import { join } from "node:path";
import { ensureCity, refuseCity } from "./demonstration/city.ts";
import { refuseTakenPort } from "./platform/free-port.ts";
import { installJobs } from "./platform/jobs.ts";
import { keptSecret } from "./platform/kept-secret.ts";
import { standardLimits } from "./platform/limits/operation.ts";
import { openLog } from "./platform/log.ts";
import { logMailer, smtpMailer } from "./platform/mail.ts";
import { refuseOtherMasterKey } from "./platform/master-key.ts";
import { type OpenDatabase, openDatabase } from "./platform/postgres/open.ts";
import { readSettings, type Settings } from "./platform/settings.ts";
import { toldAtStart } from "./platform/start-error.ts";
import { onStopRequest } from "./platform/stop-signals.ts";
import { type Served, serve } from "./serve.ts";

/** What is open so far, so that a stop or a failure at any moment of the start closes just that. */
const open: { database?: OpenDatabase; served?: Served } = {};

async function start(settings: Settings): Promise<void> {
  const log = openLog(settings.logLevel);
  await refuseTakenPort(settings.port, settings.host);
  const database = await openDatabase(settings, log);
  open.database = database;
  await installJobs(database.ownerUrl, log);
  const masterKey = settings.masterKey ?? keptSecret(settings.data, "master-key");
  await refuseOtherMasterKey(database.ownerUrl, masterKey);
  if (settings.mode === "demonstration") {
    await ensureCity({
      ownerUrl: database.ownerUrl,
      masterKey,
      scale: settings.scale,
      seed: 2020,
      now: new Date(),
      log,
    });
  } else {
    await refuseCity(database.ownerUrl);
  }
  open.served = await serve({
    appUrl: database.appUrl,
    mode: settings.mode,
    role: settings.role,
    port: settings.port,
    host: settings.host,
    publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
    masterKey,
    redisUrl: settings.redisUrl,
    connections: settings.databasePool,
    trustProxy: settings.trustProxy,
    bodyLimitBytes: settings.bodyLimit * 1_024,
    limits: { ...standardLimits, depth: settings.depthLimit, cost: settings.costLimit },
    mailer: settings.smtpUrl ? smtpMailer(settings.smtpUrl, settings.mailFrom) : logMailer(log),
    addressOf: (kind, contact) => addressOf(settings, kind, contact),
    oidc: settings.oidcIssuer
      ? { issuer: settings.oidcIssuer, clientId: settings.oidcClientId!, clientSecret: settings.oidcClientSecret }
      : undefined,
    deadlineMs: settings.deadline,
    clock: () => new Date(),
    log,
    webFolder: join(import.meta.dirname, "../../web/dist"),
    prepare: true,
  });
  log.info(`守望 Shouwang is ready: ${open.served.url}`);
}

async function close(graceMs: number): Promise<void> {
  await open.served?.stop(graceMs);
  await open.database?.stop();
}

/** Where a letter goes. A phone without an SMS gateway can be reached only in the demonstration, where nothing is sent. */
function addressOf(settings: Settings, kind: "phone" | "email", contact: string): string | null {
  if (kind === "email") return contact;
  if (settings.smsDomain) return `${contact}@${settings.smsDomain}`;
  return settings.mode === "demonstration" ? `${contact}@sms.invalid` : null;
}

async function main(): Promise<void> {
  let stopping = false;
  try {
    const settings = readSettings(process.env, process.argv.slice(2));
    onStopRequest(() => {
      stopping = true;
      return close(settings.drain);
    });
    await start(settings);
  } catch (error) {
    // A stop in the middle of the start pulls the database from under it.
    if (stopping) return;
    process.stderr.write(`${toldAtStart(error)}\n`);
    await close(0);
    process.exit(1);
  }
}

await main();
