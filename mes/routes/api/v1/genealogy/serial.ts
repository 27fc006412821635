import type { FastifyInstance } from "fastify";
import { serialGenealogySchema } from "../../../../../shared/protocol/unit-pages.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readSerialGenealogy } from "../../../../queries/read-units.ts";
import { type IdParameters, idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

export function serialGenealogyRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Backward from the number of a piece: order, unit, lots, people, machine, tool and gauge",
    tags: ["pages"],
    params: idParameters,
    response: { 200: jsonSchema(serialGenealogySchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters }>("/api/v1/genealogy/serials/:id", { schema }, async (request, reply) => {
    const { id } = request.params;
    const found = await readSerialGenealogy(mes.database, id, mes.vocabulary);
    if (found !== undefined) return { asOfUtc: mes.nowUtc(), ...found };
    return sendProblem(reply, "not-found", { message: `There is no piece ${id}` });
  });
}
