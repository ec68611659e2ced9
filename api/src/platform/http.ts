import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Locale } from "../kernel/reason.ts";
import type { Context } from "./context.ts";
import type { Orm } from "./database.ts";
import { boundedWork } from "./deadline.ts";
import type { Platform } from "./platform.ts";
import { cookieName, sessionSeconds, viewerOfToken } from "./session.ts";

export interface HttpOptions {
  readonly bodyLimitBytes: number;
  readonly trustProxy: boolean;
  /** Cookies travel over TLS only. */
  readonly secure: boolean;
}

/** The bare server: what every answer carries, whatever it is. */
export function openHttp({ bodyLimitBytes, trustProxy }: HttpOptions): FastifyInstance {
  const http = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
  });
  void http.register(cookie);
  http.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy":
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    });
  });
  http.setErrorHandler((error: { statusCode?: number; code?: string }, _request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    const code = status === 413 ? "TOO_COMPLEX" : status < 500 ? "BAD_REQUEST" : "INTERNAL";
    const message =
      status === 413
        ? "The body is too large."
        : status < 500
          ? "The body could not be read as JSON."
          : "Something went wrong.";
    void reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  });
  return http;
}

/**
 * Takes no more requests, answers those under way, and lets each connection go as soon as it falls idle: the server's own
 * closing looks for idle ones once, and would wait for the client of the last answer.
 */
export async function closeHttp(http: FastifyInstance, graceMs: number): Promise<void> {
  const letGo = setInterval(() => http.server.closeIdleConnections(), 50);
  await Promise.race([http.close(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  clearInterval(letGo);
}

/** The language asked for; Chinese unless English is preferred. */
export function localeOf(header: string | undefined): Locale {
  const wanted = (header ?? "").toLowerCase();
  const [zh, en] = [wanted.indexOf("zh"), wanted.indexOf("en")];
  return en !== -1 && (zh === -1 || en < zh) ? "en" : "zh-CN";
}

const bearer = /^Bearer ([\w-]+)$/i;
export const bearerOf = (header: string | undefined): string | undefined => bearer.exec(header ?? "")?.[1];

export interface Caller {
  readonly token: string | undefined;
  readonly locale: Locale | null;
  readonly requestId: string;
  readonly address: string;
}

/** Reads who calls, once a request: one statement, none for those who are not signed in. */
export async function contextOf(orm: Orm, platform: Platform, caller: Caller): Promise<Context> {
  const found =
    caller.token === undefined ? null : await viewerOfToken(orm.em, platform.secrets, caller.token, platform.clock());
  const viewer = found && {
    personId: found.personId,
    sessionId: found.sessionId,
    roles: found.roles,
    seq: found.seq,
  };
  return {
    ...boundedWork(orm, platform.deadlineMs),
    platform,
    viewer,
    locale: caller.locale ?? found?.locale ?? "zh-CN",
    now: platform.clock,
    requestId: caller.requestId,
    address: caller.address,
  };
}

export const sessionCookie = ({ secure }: HttpOptions) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: sessionSeconds }) as const;

/** GraphQL at `/graphql`; a mutation that signs in or out sets the cookie through the context. */
export function serveGraphql(
  http: FastifyInstance,
  door: ApolloServer<Context>,
  orm: Orm,
  platform: Platform,
  options: HttpOptions,
): void {
  const cookieOptions = sessionCookie(options);
  http.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: fastifyApolloHandler<Context>(door, {
      context: async (request, reply) => ({
        ...(await contextOf(orm, platform, callerOf(request))),
        setCookie: (token: string | null) =>
          void (token === null
            ? reply.clearCookie(cookieName, cookieOptions)
            : reply.setCookie(cookieName, token, cookieOptions)),
      }),
    }),
  });
}

const callerOf = (request: FastifyRequest): Caller => ({
  token: bearerOf(request.headers.authorization) ?? request.cookies[cookieName],
  locale: request.headers["accept-language"] === undefined ? null : localeOf(request.headers["accept-language"]),
  requestId: request.id,
  address: request.ip,
});
