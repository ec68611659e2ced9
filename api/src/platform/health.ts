import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Orm, row } from "./database.ts";
import type { Metrics } from "./metrics.ts";

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: for Prometheus. */
export function serveHealth(http: FastifyInstance, orm: Orm, { registry }: Metrics) {
  let state: "starting" | "ready" | "draining" = "starting";
  http.get("/healthz", async () => ({ status: "alive" }));
  http.get("/readyz", async (_request, reply) => {
    const answers = state === "ready" && (await reaches(orm));
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

/** Asks the database itself: the ORM counts as connected only once it has been asked something. */
const reaches = (orm: Orm): Promise<boolean> =>
  row({ em: orm.em.fork() }, sql`select 1`).then(
    () => true,
    () => false,
  );
