import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isTimeZone } from "../../../../shared/lib/time-zone.ts";
import {
  type ImportKind,
  type ImportReport,
  importKinds,
  importReportSchema,
  importTakes,
} from "../../../../shared/protocol/import-report.ts";
import type { ReadTable } from "../../../import/import-row.ts";
import { readCsv } from "../../../import/read-csv.ts";
import { readJson } from "../../../import/read-json.ts";
import { jsonSchema } from "../../../plugins/json-schema.ts";
import { sendProblem } from "../../../plugins/problem.ts";
import { problemResponses } from "../../../plugins/problem-responses.ts";
import { importTable } from "../../../use-cases/import-table.ts";
import type { RouteContext } from "../../route-context.ts";

const BODY_LIMIT_BYTES = 4_000_000;

const querySchema = z.strictObject({
  take: z.enum(importTakes).default("all"),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, "must be an IANA name such as Europe/Warsaw")
    .default("UTC"),
});

/** POST /api/v1/import/orders, bom and routing: a CSV file or JSON rows. See docs/spec/import.md. */
export function importRoutes(app: FastifyInstance, context: RouteContext): void {
  // A scope of its own: only here are bodies of a request bytes of a table.
  app.register(async (scope) => {
    scope.addContentTypeParser(
      ["text/csv", "text/plain", "application/octet-stream"],
      { parseAs: "buffer", bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, done) => done(null, body),
    );
    for (const kind of importKinds) addKind(scope, kind, context);
  });
}

function addKind(app: FastifyInstance, kind: ImportKind, { mes, authentication }: RouteContext): void {
  const report = jsonSchema(importReportSchema);
  const schema = {
    summary: `Import ${kind} as CSV or JSON rows, with a report per row; all or nothing, or the good rows`,
    tags: ["planner"],
    security: [{ planner: [] }],
    querystring: jsonSchema(
      querySchema.omit({ timeZone: true }).extend({ timeZone: z.string().optional() }),
      "input",
    ),
    consumes: ["text/csv", "application/json"],
    response: { 200: report, 422: report, ...problemResponses },
  };
  app.post(
    `/api/v1/import/${kind}`,
    { schema, bodyLimit: BODY_LIMIT_BYTES, onRequest: authentication.planner },
    async (request, reply): Promise<ImportReport | typeof reply> => {
      const query = querySchema.safeParse(request.query);
      if (!query.success) {
        const message = query.error.issues
          .map((issue) => `${issue.path.join(".")} ${issue.message}`)
          .join("; ");
        return sendProblem(reply, "bad-request", { message });
      }
      const told = await importTable(mes, { kind, table: readBody(kind, request.body), ...query.data });
      const isRefused = query.data.take === "all" && told.problems.some(({ weight }) => weight === "wrong");
      return reply.code(isRefused ? 422 : 200).send(told);
    },
  );
}

function readBody(kind: ImportKind, body: unknown): ReadTable {
  return body instanceof Uint8Array ? readCsv(kind, body) : readJson(kind, body);
}
