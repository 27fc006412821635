import type { FastifyInstance, FastifyReply } from "fastify";
import { unreachable } from "../../../../../shared/lib/unreachable.ts";
import {
  type Acknowledgement,
  acknowledgementSchema,
  MAX_BATCH_BYTES,
  type Upload,
  uploadSchema,
} from "../../../../../shared/protocol/messages.ts";
import type { Mes } from "../../../../open-mes.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import type { IngestOutcome } from "../../../../use-cases/ingest-batch.ts";
import { type StationParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";
import { admitUploads } from "./admit-uploads.ts";
import { refuseNewerProtocol } from "./refuse-newer-protocol.ts";

const RETRY_AFTER_SECONDS = "1";

/** Room for the envelope around the largest batch. */
const BODY_LIMIT_BYTES = MAX_BATCH_BYTES + 100_000;

/** Takes a batch of a station's journal. One batch of a station at a time (I-18); never two answers for one event. */
export function journalRoute(app: FastifyInstance, { mes, authentication, uploads }: RouteContext): void {
  const inFlight = new Set<string>();
  const admission = admitUploads(uploads);
  const schema = {
    summary: "Append to a station's journal",
    tags: ["sync"],
    security: [{ station: [] }],
    params: stationParameters,
    body: jsonSchema(uploadSchema, "input"),
    response: { 200: jsonSchema(acknowledgementSchema), ...problemResponses },
  };
  app.post<{ Params: StationParameters; Body: Upload }>(
    "/api/v1/stations/:stationId/journal",
    {
      schema,
      bodyLimit: BODY_LIMIT_BYTES,
      onRequest: [authentication.station, admission.admit],
      preValidation: refuseNewerProtocol,
    },
    (request, reply) =>
      admission.hold(request, async () => {
        const { stationId } = request.params;
        if (inFlight.has(stationId)) {
          reply.header("retry-after", RETRY_AFTER_SECONDS);
          return sendProblem(reply, "too-many-requests", {
            message: "A batch of this station is being written",
          });
        }
        inFlight.add(stationId);
        try {
          const command = {
            kind: "ingest-batch",
            atUtc: mes.nowUtc(),
            stationId,
            upload: request.body,
          } as const;
          return answer(reply, await mes.execute(command), { mes, stationId });
        } finally {
          inFlight.delete(stationId);
        }
      }),
  );
}

function answer(
  reply: FastifyReply,
  outcome: IngestOutcome,
  { mes, stationId }: { readonly mes: Mes; readonly stationId: string },
): FastifyReply | Acknowledgement {
  switch (outcome.kind) {
    case "acknowledged":
      return {
        mesId: mes.mesId,
        mesEpoch: mes.mesEpoch,
        stationId,
        epoch: outcome.head.epoch,
        ackSeq: outcome.head.seq,
        ackHash: outcome.head.hash,
        verdicts: [...outcome.verdicts],
        mesTimeUtc: mes.nowUtc(),
      };
    case "gap":
      return sendProblem(reply, "gap", {
        message: "Events before this batch are missing here",
        head: outcome.head,
      });
    case "fork":
      return sendProblem(reply, "fork", {
        message: `Entry ${outcome.seq} does not go with what is stored (${outcome.reason}); kept apart, nothing overwritten`,
        head: outcome.head,
      });
    case "malformed":
      return sendProblem(reply, "bad-request", { message: outcome.message });
    case "unknown-station":
      return sendProblem(reply, "not-found", { message: `There is no station ${stationId}` });
    default:
      return unreachable(outcome);
  }
}
