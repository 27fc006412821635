import type { FastifyInstance } from "fastify";
import { type DirectivePage, directivePageSchema } from "../../../../../shared/protocol/messages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readDirectives } from "../../../../repositories/directive-repository.ts";
import { findStation } from "../../../../repositories/station-repository.ts";
import { type StationParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

const PAGE_SIZE = 500;

const querystring = {
  type: "object",
  properties: {
    after: { type: "string", pattern: "^\\d{1,15}$", description: "Sequence of the last one known" },
  },
  required: ["after"],
} as const;

/** The directive log of a station from a sequence on; dense, so the station sees any hole. */
export function directivesRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const schema = {
    summary: "Directives after a sequence",
    tags: ["sync"],
    security: [{ station: [] }],
    params: stationParameters,
    querystring,
    response: { 200: jsonSchema(directivePageSchema), ...problemResponses },
  };
  app.get<{ Params: StationParameters; Querystring: { after: string } }>(
    "/api/v1/stations/:stationId/directives",
    { schema, preHandler: authentication.station },
    async (request): Promise<DirectivePage> => {
      const { stationId } = request.params;
      // The counter first: a directive that comes in between then only makes the page longer than it says.
      const station = await findStation(mes.database, stationId);
      const after = Number(request.query.after);
      const directives = await readDirectives(mes.database, stationId, { after, limit: PAGE_SIZE });
      const lastSeq = Math.max(station?.directiveSeq ?? 0, directives.at(-1)?.seq ?? 0);
      return { mesId: mes.mesId, mesEpoch: mes.mesEpoch, directives: [...directives], lastSeq };
    },
  );
}
