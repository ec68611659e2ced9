import { existsSync } from "node:fs";
import { join } from "node:path";
import compress from "@fastify/compress";
import files from "@fastify/static";
import type { FastifyInstance } from "fastify";

const year = 365 * 24 * 3_600;

/** The built web client: hashed files for ever, the page itself never kept; every other path is the page. */
export function serveWeb(http: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, "index.html"))) return;
  void http.register(compress, { global: true, encodings: ["br", "gzip"], threshold: 1_024 });
  void http.register(files, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header("cache-control", path.includes("/assets/") ? `public, max-age=${year}, immutable` : "no-cache"),
  });
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!isPage)
      return reply
        .status(404)
        .send({ errors: [{ message: "There is nothing here.", extensions: { code: "NOT_FOUND" } }] });
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
