import type { FastifyInstance } from "fastify";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readFloor } from "../../../../queries/read-floor.ts";
import type { RouteContext } from "../../../route-context.ts";

export function floorStreamRoute(app: FastifyInstance, { mes, streams, floor }: RouteContext): void {
  const schema = {
    summary: "Server-sent events: `floor` with a whole floor page, at once and on each change",
    tags: ["pages"],
    produces: ["text/event-stream"],
    response: { 200: { type: "string" }, ...problemResponses },
  };
  app.get("/api/v1/floor/stream", { schema }, (request, reply) => {
    const stream = streams.open(reply);
    stream.onClosed(floor.watch((page) => stream.send("floor", page)));
    readFloor(mes.database, mes.presence, mes.nowUtc()).then(
      (page) => stream.send("floor", page),
      (error: unknown) => {
        request.log.warn({ err: error }, "stream ended");
        stream.end();
      },
    );
  });
}
