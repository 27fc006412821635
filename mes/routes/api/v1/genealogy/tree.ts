import type { FastifyInstance } from "fastify";
import { DEEPEST_TREE } from "../../../../../shared/domain/genealogy/grow-tree.ts";
import {
  type TreeDirection,
  treeDirections,
  treePageSchema,
} from "../../../../../shared/protocol/tree-page.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readTree, type TreeRootKind } from "../../../../queries/tree/read-tree.ts";
import { idParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";

interface TreeQuery {
  readonly kind: TreeRootKind;
  readonly id: string;
  readonly direction?: TreeDirection;
  /** A digit: what stands in an address is text. */
  readonly depth?: string;
}

const DEPTH_UNASKED = 3;

const treeQuery = {
  type: "object",
  properties: {
    kind: { type: "string", enum: ["lot", "order", "unit", "serial"] },
    id: idParameters.properties.id,
    direction: { type: "string", enum: treeDirections },
    depth: { type: "string", pattern: `^[1-${DEEPEST_TREE}]$` },
  },
  required: ["kind", "id"],
  additionalProperties: false,
} as const;

export function genealogyTreeRoute(app: FastifyInstance, { mes }: RouteContext): void {
  const schema = {
    summary: "Tree around a lot, an order, a unit or a piece: what went in, and where it went",
    tags: ["pages"],
    querystring: treeQuery,
    response: { 200: jsonSchema(treePageSchema), ...problemResponses },
  };
  app.get<{ Querystring: TreeQuery }>("/api/v1/genealogy/tree", { schema }, async (request, reply) => {
    const { kind, id, direction = "both", depth = String(DEPTH_UNASKED) } = request.query;
    const { database: db, vocabulary, presence } = mes;
    const found = await readTree({ db, vocabulary, presence }, { kind, id, direction, depth: Number(depth) });
    if (found !== undefined) return { asOfUtc: mes.nowUtc(), ...found };
    return sendProblem(reply, "not-found", { message: `There is no ${kind} ${id}` });
  });
}
