import type { FastifyInstance } from "fastify";
import { unitPageSchema } from "../../../../shared/protocol/unit-pages.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { sendProblem } from "../../../plugins/problem.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { readUnitPage } from "../../../queries/read-units.ts";
import { type IdParameters, idParameters } from "../../path-parameters.ts";
import type { RouteContext } from "../../route-context.ts";

export function unitRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "A box or pallet by its SSCC: what is in it and in what it stands",
    tags: ["pages"],
    params: idParameters,
    response: { 200: jsonSchema(unitPageSchema), ...problemResponses },
  };
  app.get<{ Params: IdParameters }>("/api/v1/units/:id", { schema }, async (request, reply) => {
    const { id } = request.params;
    const found = await readUnitPage(mes.database, id, mes.vocabulary);
    if (found !== undefined) return { asOfUtc: mes.nowUtc(), ...found };
    return sendProblem(reply, "not-found", { message: `There is no unit ${id}` });
  });
}
