import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";

/** Collects the schemas of all routes registered after it into one OpenAPI document. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Takt MES",
        version: "1",
        description:
          "Station journals up, directives down, and what the browser pages show. Errors are problems.",
      },
      components: {
        securitySchemes: {
          station: { type: "http", scheme: "bearer", description: "Token of the station named in the path" },
          planner: {
            type: "http",
            scheme: "bearer",
            description: "Token in secrets/planner-token of the data folder",
          },
        },
      },
    },
  });
}
