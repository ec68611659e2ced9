import { join } from "node:path";
import { installJobs } from "./platform/jobs.ts";
import { keptSecret } from "./platform/kept-secret.ts";
import { standardLimits } from "./platform/limits/operation.ts";
import { openLog } from "./platform/log.ts";
import { logMailer, smtpMailer } from "./platform/mail.ts";
import { openDatabase } from "./platform/postgres/open.ts";
import { readSettings, type Settings } from "./platform/settings.ts";
import { StartError } from "./platform/start-error.ts";
import { serve } from "./serve.ts";

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const log = openLog(settings.logLevel);
  const database = await openDatabase(settings, log);
  await installJobs(database.ownerUrl, log);
  const served = await serve({
    appUrl: database.appUrl,
    mode: settings.mode,
    role: settings.role,
    port: settings.port,
    host: settings.host,
    publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
    masterKey: settings.masterKey ?? keptSecret(settings.data, "master-key"),
    redisUrl: settings.redisUrl,
    connections: settings.databasePool,
    trustProxy: settings.trustProxy,
    bodyLimitBytes: settings.bodyLimit * 1_024,
    limits: { ...standardLimits, depth: settings.depthLimit, cost: settings.costLimit },
    mailer: settings.smtpUrl ? smtpMailer(settings.smtpUrl, settings.mailFrom) : logMailer(log),
    addressOf: (kind, contact) => addressOf(settings, kind, contact),
    clock: () => new Date(),
    log,
    webFolder: join(import.meta.dirname, "../../web/dist"),
  });
  log.info(`守望 Shouwang is ready: ${served.url}`);
  await stopSignal();
  await served.stop(settings.drain * 1_000);
  await database.stop();
}

/** Where a letter goes. A phone without an SMS gateway can be reached only in the demonstration, where nothing is sent. */
function addressOf(settings: Settings, kind: "phone" | "email", contact: string): string | null {
  if (kind === "email") return contact;
  return settings.mode === "demonstration" ? `${contact}@sms.invalid` : null;
}

const stopSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
    process.exit(1);
  },
);
