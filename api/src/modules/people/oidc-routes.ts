import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Context } from "../../platform/context.ts";
import type { Orm } from "../../platform/database.ts";
import { contextOf, type HttpOptions, sessionCookie } from "../../platform/http.ts";
import type { Platform } from "../../platform/platform.ts";
import { cookieName } from "../../platform/session.ts";
import {
  callbackPath,
  flowSeconds,
  identityOf,
  newFlow,
  type OidcOptions,
  openFlow,
  openOidc,
  sealFlow,
  signInUrl,
} from "./oidc.ts";
import { comeBack, problemPath } from "./oidc-sign-in.ts";

const flowCookie = "shouwang-oidc";
const ownPath = /^\/(?![/\\])[^\s]{0,500}$/;

type Start = FastifyRequest<{ Querystring: { next?: string; link?: string } }>;

/** `/oidc/start` sends the browser to the city's identity service, `/oidc/callback` takes it back. */
export function serveOidc(
  http: FastifyInstance,
  orm: Orm,
  platform: Platform,
  oidc: OidcOptions,
  options: HttpOptions,
) {
  const service = openOidc(oidc);
  const flowOptions = { path: "/oidc", httpOnly: true, sameSite: "lax", secure: options.secure } as const;
  const ctxOf = (request: FastifyRequest): Promise<Context> =>
    contextOf(orm, platform, {
      token: request.cookies[cookieName],
      locale: null,
      requestId: request.id,
      address: request.ip,
    });
  const limited = (address: string) =>
    platform.limiter.take(
      "sign-in from",
      platform.secrets.keyOf("address", address),
      { most: 30, seconds: 60 },
      platform.clock(),
    );
  /** What went wrong is for the log, by its name alone: a message may hold what the service said. */
  const failed = (error: unknown): string => {
    platform.log.warn(
      { error: (error as Error).name, code: (error as { code?: string }).code },
      "single sign-on failed",
    );
    return problemPath("OIDC_FAILED");
  };

  http.get("/oidc/start", async (request: Start, reply) => {
    try {
      await limited(request.ip);
      const next = ownPath.test(request.query.next ?? "") ? request.query.next! : "/";
      const flow = newFlow(next, request.query.link === "1" ? await linkFor(request) : null, platform.clock());
      const to = await signInUrl(await service(), platform, flow);
      return reply
        .setCookie(flowCookie, sealFlow(platform, flow), { ...flowOptions, maxAge: flowSeconds })
        .redirect(to.href);
    } catch (error) {
      return reply.redirect(failed(error));
    }
  });

  http.get(callbackPath, async (request, reply) => {
    const flow = openFlow(platform, request.cookies[flowCookie]);
    reply.clearCookie(flowCookie, flowOptions);
    try {
      await limited(request.ip);
      if (flow === null) return reply.redirect(problemPath("OIDC_FAILED"));
      const search = request.url.slice(request.url.indexOf("?"));
      const claims = await identityOf(await service(), platform, flow, search);
      const ctx = {
        ...(await ctxOf(request)),
        setCookie: (token: string | null) => void (token && reply.setCookie(cookieName, token, sessionCookie(options))),
      };
      return reply.redirect(await comeBack(ctx, flow, claims));
    } catch (error) {
      return reply.redirect(failed(error));
    }
  });

  /** Linking is begun on our own pages only: another site could send a browser here to link its own identity. */
  async function linkFor(request: FastifyRequest): Promise<string | null> {
    if (request.headers["sec-fetch-site"] !== "same-origin") throw new Error("Linking was begun elsewhere.");
    const { viewer } = await ctxOf(request);
    if (viewer === null) throw new Error("Nobody is signed in.");
    return viewer.personId;
  }
}
