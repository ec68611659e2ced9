import type { FastifyInstance } from "fastify";
import type { Orm } from "./database.ts";
import type { Metrics } from "./metrics.ts";

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: for Prometheus. */
export function serveHealth(http: FastifyInstance, orm: Orm, { registry }: Metrics) {
  let state: "starting" | "ready" | "draining" = "starting";
  http.get("/healthz", async () => ({ status: "alive" }));
  http.get("/readyz", async (_request, reply) => {
    const answers = state === "ready" && (await orm.isConnected());
    return reply
      .status(answers ? 200 : 503)
      .send({ status: answers ? "ready" : state === "ready" ? "database away" : state });
  });
  http.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return {
    ready: () => {
      state = "ready";
    },
    draining: () => {
      state = "draining";
    },
  };
}
