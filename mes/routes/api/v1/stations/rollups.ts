import type { FastifyInstance } from "fastify";
import {
  type RollupAnswer,
  type RollupState,
  type RollupUpload,
  rollupAnswerSchema,
  rollupStateSchema,
  rollupUploadSchema,
} from "../../../../../shared/protocol/signal-messages.ts";
import { storableJson } from "../../../../ingest/storable-text.ts";
import type { Mes } from "../../../../open-mes.ts";
import { jsonSchema } from "../../../../plugins/json-schema.ts";
import { sendProblem } from "../../../../plugins/problem.ts";
import { problemResponses } from "../../../../plugins/problem-responses.ts";
import { readSignalFeed, type SignalFeed } from "../../../../repositories/signal-repository.ts";
import { signalsKeptFrom } from "../../../../use-cases/signal-retention.ts";
import { takeRollups } from "../../../../use-cases/take-rollups.ts";
import { type StationParameters, stationParameters } from "../../../path-parameters.ts";
import type { RouteContext } from "../../../route-context.ts";
import { admitUploads } from "./admit-uploads.ts";
import { refuseNewerProtocol } from "./refuse-newer-protocol.ts";

/** Curves can wait: no more than so many are written beside the bookings, and none stands in line. */
const LANE = { mostAtOnce: 2, mostWaiting: 0, longestWaitMs: 0 };

/** 4,000 buckets of a day without a pause are 700 KB. */
const BODY_LIMIT_BYTES = 1_500_000;
const PATH = "/api/v1/stations/:stationId/rollups";

/** Takes what the signals of a station's machines came to, and says what it holds of them. */
export function rollupsRoute(app: FastifyInstance, { mes, authentication }: RouteContext): void {
  const admission = admitUploads({ small: LANE, large: LANE });
  const shared = { tags: ["sync"], security: [{ station: [] }], params: stationParameters };
  const reading = {
    ...shared,
    summary: "What the MES holds of the signals of a station's machines",
    response: { 200: jsonSchema(rollupStateSchema), ...problemResponses },
  };
  app.get<{ Params: StationParameters }>(
    PATH,
    { schema: reading, preHandler: authentication.station },
    async ({ params: { stationId } }): Promise<RollupState> =>
      stateOf(mes, stationId, await readSignalFeed(mes.database, stationId)),
  );
  const writing = {
    ...shared,
    summary: "Roll-ups and gaps of the signals of a station's machines",
    body: jsonSchema(rollupUploadSchema, "input"),
    response: { 200: jsonSchema(rollupAnswerSchema), ...problemResponses },
  };
  app.post<{ Params: StationParameters; Body: RollupUpload }>(
    PATH,
    {
      schema: writing,
      bodyLimit: BODY_LIMIT_BYTES,
      onRequest: [authentication.station, admission.admit],
      preValidation: refuseNewerProtocol,
    },
    (request, reply) =>
      admission.hold(request, async () => {
        const {
          params: { stationId },
          body,
        } = request;
        if (!storableJson(body)) {
          return sendProblem(reply, "bad-request", {
            message: "A text cannot be stored (NUL or half a character)",
          });
        }
        const { taken, feed } = await takeRollups(mes.database, stationId, {
          upload: body,
          nowUtc: mes.nowUtc(),
        });
        if (taken) mes.hub.floorChanged();
        return { ...stateOf(mes, stationId, feed), taken } satisfies RollupAnswer;
      }),
  );
}

function stateOf(mes: Mes, stationId: string, feed: SignalFeed): RollupState {
  return {
    mesId: mes.mesId,
    mesEpoch: mes.mesEpoch,
    stationId,
    ...feed,
    minutesKeptFromSeconds: signalsKeptFrom(mes.nowUtc()).minutes,
  };
}
