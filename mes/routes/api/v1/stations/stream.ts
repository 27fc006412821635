import type { FastifyInstance } from "fastify";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { findStation } from "../../../../repositories/station-repository.ts";
import { type StationParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

/** Tells a station that there are new directives; the station then reads them. Its being open is what "online" means. */
export function stationStreamRoute(
  app: FastifyInstance,
  { mes, authentication, streams }: RouteContext,
): void {
  const schema = {
    summary: 'Server-sent events: `directive` with {"lastSeq": n}, at once and on each change',
    tags: ["sync"],
    security: [{ station: [] }],
    params: stationParameters,
    produces: ["text/event-stream"],
    response: { 200: { type: "string" }, ...problemResponses },
  };
  app.get<{ Params: StationParameters }>(
    "/api/v1/stations/:stationId/stream",
    { schema, preHandler: authentication.station },
    (request, reply) => {
      const { stationId } = request.params;
      const stream = streams.open(reply);
      const tell = async () => {
        const station = await findStation(mes.database, stationId);
        stream.send("directive", { lastSeq: station?.directiveSeq ?? 0 });
      };
      const tellOrEnd = () =>
        void tell().catch((error: unknown) => {
          request.log.warn({ err: error }, "stream ended");
          stream.end();
        });
      const leave = mes.presence.arrived(stationId);
      const stopListening = mes.hub.onDirected(stationId, tellOrEnd);
      stream.onClosed(() => {
        stopListening();
        leave();
        mes.hub.floorChanged();
      });
      mes.hub.floorChanged();
      tellOrEnd();
    },
  );
}
