import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { PROTOCOL_VERSION } from "../../../../shared/protocol/messages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import type { RouteContext } from "../../route-context.ts";

const healthSchema = z.strictObject({
  status: z.enum(["ok"]),
  mesId: z.uuid(),
  mesEpoch: z.uuid(),
  protocolVersion: z.int(),
  database: z.enum(["postgresql", "pglite"]),
  mesTimeUtc: z.iso.datetime(),
});

/** Answers only after the database did; a database that is away is a 503. */
export function healthRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Whether the MES can take bookings",
    tags: ["operation"],
    response: { 200: jsonSchema(healthSchema) },
  };
  app.get("/api/v1/health", { schema }, async () => {
    await mes.database.query("SELECT 1 AS alive");
    return {
      status: "ok",
      mesId: mes.mesId,
      mesEpoch: mes.mesEpoch,
      protocolVersion: PROTOCOL_VERSION,
      database: mes.database.durableCommits ? "postgresql" : "pglite",
      mesTimeUtc: mes.nowUtc(),
    };
  });
}
