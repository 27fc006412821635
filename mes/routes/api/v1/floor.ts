import type { FastifyInstance } from "fastify";
import { floorPageSchema } from "../../../../shared/protocol/pages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { readFloor } from "../../../queries/read-floor.ts";
import type { RouteContext } from "../../route-context.ts";

export function floorRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "All work units as they are now, and who is needed where",
    tags: ["pages"],
    response: { 200: jsonSchema(floorPageSchema), ...problemResponses },
  };
  app.get("/api/v1/floor", { schema }, () => readFloor(mes.database, mes.presence, mes.nowUtc()));
}
