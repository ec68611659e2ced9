import type { AddressInfo } from "node:net";
import type { Runner } from "graphile-worker";
import type { Logger } from "pino";
import { buildGraphql, entities, preparedThreads, reactions, schedules, tasks } from "./app.ts";
import type { OidcOptions } from "./modules/people/oidc.ts";
import { serveOidc } from "./modules/people/oidc-routes.ts";
import type { Context } from "./platform/context.ts";
import { boundedWork } from "./platform/deadline.ts";
import { openDoor } from "./platform/graphql/door.ts";
import { openSockets } from "./platform/graphql/socket.ts";
import { serveHealth } from "./platform/health.ts";
import { bearerOf, closeHttp, contextOf, type HttpOptions, localeOf, openHttp, serveGraphql } from "./platform/http.ts";
import { openJobs, startWorker } from "./platform/jobs.ts";
import { openLimiter } from "./platform/limits/limiter.ts";
import type { OperationLimits } from "./platform/limits/operation.ts";
import { postgresHints, redisHints } from "./platform/live/hints.ts";
import { openHub } from "./platform/live/hub.ts";
import type { Mailer } from "./platform/mail.ts";
import { openMetrics } from "./platform/metrics.ts";
import { openDatabase } from "./platform/orm.ts";
import type { Platform } from "./platform/platform.ts";
import { taskList } from "./platform/reactions.ts";
import { openSecrets } from "./platform/secrets.ts";
import { cookieName, viewersOfSessions } from "./platform/session.ts";
import { openThreads } from "./platform/threads.ts";
import { serveWeb } from "./platform/web.ts";

export interface ServeOptions {
  readonly appUrl: string;
  readonly mode: Platform["mode"];
  readonly role: "all" | "api" | "worker";
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly masterKey: string;
  readonly redisUrl?: string | undefined;
  readonly connections: number;
  readonly trustProxy: boolean;
  readonly bodyLimitBytes: number;
  readonly limits: OperationLimits;
  readonly mailer: Mailer;
  readonly addressOf: Platform["addressOf"];
  /** The city's own identity service; without it people sign in by code alone. */
  readonly oidc?: OidcOptions | undefined;
  /** An operation that takes longer is given up, and so is any single statement. */
  readonly deadlineMs: number;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Folder of the built web client; null: API only. */
  readonly webFolder: string | null;
  /** Begins threads before anything needs them, as soon as everything else is open. */
  readonly prepare?: boolean;
  /** Sees every SQL statement; for tests that count them. */
  readonly onQuery?: (sql: string) => void;
}

export interface Served {
  readonly url: string;
  readonly platform: Platform;
  /** A context without a viewer, as jobs have it. */
  readonly systemContext: () => Context;
  /** Stops taking work, lets what is under way finish for at most `graceMs`, then lets go of everything. */
  stop(graceMs: number): Promise<void>;
}

/** Opens the whole product on one database: HTTP, sockets and jobs, as the role asks. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { log } = options;
  const orm = await openDatabase(options.appUrl, entities, {
    connections: options.connections,
    deadlineMs: options.deadlineMs,
    ...(options.onQuery && { onQuery: options.onQuery }),
  });
  const hub = openHub(orm, log, (heard) =>
    options.redisUrl ? redisHints(options.redisUrl, heard, log) : postgresHints(options.appUrl, heard, log),
  );
  const platform: Platform = {
    mode: options.mode,
    publicUrl: options.publicUrl,
    deadlineMs: options.deadlineMs,
    clock: options.clock,
    log,
    secrets: openSecrets(options.masterKey),
    mailer: options.mailer,
    addressOf: options.addressOf,
    singleSignOn: options.oidc === undefined ? null : "/oidc/start",
    hub,
    jobs: openJobs(new Set(reactions.map(({ to }) => to))),
    limiter: openLimiter(orm),
    metrics: openMetrics(),
    threads: openThreads(options.appUrl),
  };
  const systemContext = (): Context => ({
    em: orm.em.fork(),
    platform,
    viewer: null,
    locale: "zh-CN",
    now: options.clock,
    requestId: "system",
    address: "",
  });

  const httpOptions: HttpOptions = {
    bodyLimitBytes: options.bodyLimitBytes,
    trustProxy: options.trustProxy,
    secure: options.publicUrl.startsWith("https:"),
  };
  const http = openHttp(httpOptions);
  const health = serveHealth(http, orm, platform.metrics);
  let sockets: ReturnType<typeof openSockets> | undefined;
  if (options.role !== "worker") {
    const schema = buildGraphql();
    serveGraphql(http, await openDoor(schema, platform, options.limits), orm, platform, httpOptions);
    if (options.oidc) serveOidc(http, orm, platform, options.oidc, httpOptions);
    if (options.webFolder !== null) serveWeb(http, options.webFolder);
    const origins = new Set([new URL(options.publicUrl).origin]);
    sockets = openSockets(http.server, {
      schema,
      platform,
      limits: options.limits,
      // A browser always says where its page comes from; a program says nothing and brings its own token.
      allowedOrigin: (origin, host) => origin === undefined || origins.has(origin) || origin === `http://${host}`,
      signIn: (request, params) =>
        contextOf(orm, platform, {
          token:
            bearerOf(typeof params.authorization === "string" ? params.authorization : undefined) ??
            cookieOf(request.headers.cookie),
          locale: typeof params.locale === "string" ? localeOf(params.locale) : null,
          requestId: crypto.randomUUID(),
          address: request.socket.remoteAddress ?? "",
        }),
      renew: (ctx, viewer) => ({ ...ctx, ...boundedWork(orm, options.deadlineMs), viewer }),
      viewersOf: (sessionIds) => viewersOfSessions(orm.em, sessionIds, options.clock()),
    });
  }
  await http.listen({ port: options.port, host: options.host });
  const url = `http://localhost:${(http.server.address() as AddressInfo).port}`;

  let worker: Runner | undefined;
  if (options.role !== "api") {
    worker = await startWorker({
      url: options.appUrl,
      tasks: taskList(reactions, tasks, systemContext),
      schedules,
      concurrency: 2,
      log,
    });
  }
  health.ready();
  if (options.prepare && options.role !== "api") for (const entry of preparedThreads) platform.threads.prepare(entry);

  return {
    url,
    platform,
    systemContext,
    async stop(graceMs) {
      health.draining();
      await sockets?.drain(Math.min(graceMs / 2, 5_000));
      await closeHttp(http, graceMs);
      await worker?.stop().catch(() => {});
      await platform.threads.close();
      await hub.close();
      await orm.close();
    },
  };
}

const cookieOf = (header: string | undefined): string | undefined =>
  header
    ?.split("; ")
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
