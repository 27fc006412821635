import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerFactory,
  LogController,
} from "fastify";
import { createFloorBroadcast } from "./live/floor-broadcast.ts";
import { createStreamRegistry } from "./live/stream-registry.ts";
import type { Mes } from "./open-mes.ts";
import { createAuthentication } from "./plugins/authentication.ts";
import { addErrorHandling } from "./plugins/error-handling.ts";
import { schemaErrorInWords, strictAjv } from "./plugins/json-schema.ts";
import { addOpenApi } from "./plugins/openapi.ts";
import { addOverviewPages } from "./plugins/overview-pages.ts";
import { addSecurityHeaders } from "./plugins/security-headers.ts";
import type { UploadLanes } from "./routes/api/v1/stations/admit-uploads.ts";
import { registerRoutes } from "./routes/register-routes.ts";

export interface AppOptions {
  readonly mes: Mes;
  readonly plannerTokenHash: string;
  readonly overviewFolder: string;
  /** Absent: nothing is logged (tests). */
  readonly loggerInstance?: FastifyBaseLogger;
  /** Absent: plain http. */
  readonly serverFactory?: FastifyServerFactory | undefined;
  /** Browsers are to ask this host by https alone from now on, on all of its ports. */
  readonly isOnlySecure?: boolean;
  readonly uploads?: UploadLanes;
}

/** As many at once as are worked on anyway, 8 MB of bodies at most, and a wait of a fifth of a station's time-out. */
const UPLOADS: UploadLanes = {
  small: { mostAtOnce: 4, mostWaiting: 50, longestWaitMs: 3_000 },
  large: { mostAtOnce: 8, mostWaiting: 50, longestWaitMs: 3_000 },
};

/** The HTTP face of a MES. Listens to nothing: tests inject, server.ts listens. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { mes } = options;
  const app = Fastify({
    ...(options.loggerInstance === undefined ? {} : { loggerInstance: options.loggerInstance }),
    ...(options.serverFactory === undefined ? {} : { serverFactory: options.serverFactory }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 100_000,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    ajv: { customOptions: strictAjv },
    schemaErrorFormatter: schemaErrorInWords,
  });
  app.removeContentTypeParser("text/plain");
  addErrorHandling(app);
  addSecurityHeaders(app, { isOnlySecure: options.isOnlySecure ?? false });
  await addOpenApi(app);
  const floor = createFloorBroadcast(mes, (error) => app.log.warn({ err: error }, "floor not sent"));
  app.addHook("onClose", async () => floor.close());
  registerRoutes(app, {
    mes,
    authentication: createAuthentication(mes, options.plannerTokenHash),
    streams: createStreamRegistry(app),
    floor,
    uploads: options.uploads ?? UPLOADS,
  });
  await addOverviewPages(app, options.overviewFolder);
  await app.ready();
  return app;
}
