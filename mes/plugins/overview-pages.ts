import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problem.ts";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Takt MES</title>
<h1>The MES runs; its pages are not built yet.</h1>
<p>Build them with <code>npm run build</code>, or look at <a href="/api/v1/health">/api/v1/health</a>
and <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
</html>
`;

/** The browser pages: files of the build, and the one page for every path that the pages themselves understand. */
export async function addOverviewPages(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = () => existsSync(join(folder, "index.html"));
  if (isBuilt()) await app.register(fastifyStatic, { root: folder, wildcard: true, index: "index.html" });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith("/api/") && wantsHtml(request.headers.accept);
    if (!isPage)
      return sendProblem(reply, "not-found", {
        message: `${request.method} ${pathOf(request.url)}: no such thing here`,
      });
    if (isBuilt() && "sendFile" in reply) return reply.sendFile("index.html");
    return reply.code(503).type("text/html; charset=utf-8").send(NOT_BUILT);
  });
}

function wantsHtml(accept: string | undefined): boolean {
  return accept === undefined || accept.includes("text/html") || accept.includes("*/*");
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? url;
}
