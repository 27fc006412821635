import type { FastifyInstance } from "fastify";
import { lotGenealogySchema, lotRecallSchema } from "../../../../../shared/protocol/genealogy-pages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readLotGenealogy, readRecall } from "../../../../queries/read-genealogy.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

export function lotGenealogyRoutes(app: FastifyInstance, context: RouteContext): void {
  addForward(app, context);
  addRecall(app, context);
}

function addForward(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Forward: where a lot came from and which pieces took it",
    tags: ["pages"],
    params: idParameters,
    response: { 200: jsonSchema(lotGenealogySchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters }>("/api/v1/genealogy/lots/:id", { schema }, async (request, reply) => {
    const { id } = request.params;
    const found = await readLotGenealogy(mes.database, id, mes.vocabulary);
    if (found !== undefined) return { asOfUtc: mes.nowUtc(), ...found };
    return sendProblem(reply, "not-found", { message: `There is no lot ${id}` });
  });
}

/** A lot that nobody took has an empty list, so that a recall never ends in an error. */
function addRecall(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Recall list: all pieces that a lot got into, also through lots made of it",
    tags: ["pages"],
    params: idParameters,
    response: { 200: jsonSchema(lotRecallSchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters }>("/api/v1/genealogy/lots/:id/recall", { schema }, async (request) => ({
    asOfUtc: mes.nowUtc(),
    ...(await readRecall(mes.database, request.params.id, mes.vocabulary)),
  }));
}
