import type { FastifyInstance } from "fastify";
import { orderGenealogySchema } from "../../../../../shared/protocol/genealogy-pages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readOrderGenealogy } from "../../../../queries/read-genealogy.ts";
import { type IdParameters, idParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

interface PieceQuery {
  readonly stationId?: string;
  /** Digits: what stands in an address is text. */
  readonly piece?: string;
}

const pieceQuery = {
  type: "object",
  properties: {
    stationId: stationParameters.properties.stationId,
    piece: { type: "string", pattern: "^[1-9]\\d{0,8}$" },
  },
  dependencies: { piece: ["stationId"], stationId: ["piece"] },
  additionalProperties: false,
} as const;

export function orderGenealogyRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Backward: what went into an order, or into one piece that a station made of it",
    tags: ["pages"],
    params: idParameters,
    querystring: pieceQuery,
    response: { 200: jsonSchema(orderGenealogySchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters; Querystring: PieceQuery }>(
    "/api/v1/genealogy/orders/:id",
    { schema },
    async (request, reply) => {
      const { id } = request.params;
      const { stationId, piece: number } = request.query;
      const piece =
        stationId === undefined || number === undefined ? undefined : { stationId, piece: Number(number) };
      const found = await readOrderGenealogy(mes.database, id, { vocabulary: mes.vocabulary, piece });
      if (found !== undefined) return { asOfUtc: mes.nowUtc(), ...found };
      return sendProblem(reply, "not-found", { message: `No station has worked order ${id}` });
    },
  );
}
