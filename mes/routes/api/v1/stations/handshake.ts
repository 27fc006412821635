import type { FastifyInstance } from "fastify";
import {
  type Handshake,
  handshakeSchema,
  PROTOCOL_VERSION,
} from "../../../../../shared/protocol/messages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readHead } from "../../../../repositories/journal-repository.ts";
import { findStation, noteContact } from "../../../../repositories/station-repository.ts";
import { type StationParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

const querystring = {
  type: "object",
  properties: { epoch: { type: "string", format: "uuid" } },
  required: ["epoch"],
} as const;

/** First on every connection: who this MES is and what it durably holds of the epoch (I-11). */
export function handshakeRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "What the MES holds of a station's journal",
    tags: ["sync"],
    security: [{ station: [] }],
    params: stationParameters,
    querystring,
    response: { 200: jsonSchema(handshakeSchema), ...problemResponses },
  };
  app.get<{ Params: StationParameters; Querystring: { epoch: string } }>(
    "/api/v1/stations/:stationId/handshake",
    { schema, preHandler: authentication.station },
    async (request): Promise<Handshake> => {
      const { stationId } = request.params;
      const mesTimeUtc = mes.nowUtc();
      await noteContact(mes.database, stationId, mesTimeUtc);
      const station = await findStation(mes.database, stationId);
      return {
        protocolVersion: PROTOCOL_VERSION,
        mesId: mes.mesId,
        mesEpoch: mes.mesEpoch,
        head: await readHead(mes.database, stationId, request.query.epoch.toLowerCase()),
        directiveSeq: station?.directiveSeq ?? 0,
        mesTimeUtc,
      };
    },
  );
}
