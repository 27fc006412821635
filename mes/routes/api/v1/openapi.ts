import type { FastifyInstance } from "fastify";

export function openApiRoute(app: FastifyInstance): void {
  const schema = { summary: "This document", tags: ["operation"] };
  app.get("/api/v1/openapi.json", { schema }, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(JSON.stringify(app.swagger())),
  );
}
