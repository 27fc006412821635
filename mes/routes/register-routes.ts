import type { FastifyInstance } from "fastify";
import { attentionCloseRoute } from "./api/v1/attention/close.ts";
import { floorStreamRoute } from "./api/v1/floor/stream.ts";
import { floorRoute } from "./api/v1/floor.ts";
import { lotGenealogyRoutes } from "./api/v1/genealogy/lot.ts";
import { orderGenealogyRoute } from "./api/v1/genealogy/order.ts";
import { serialGenealogyRoute } from "./api/v1/genealogy/serial.ts";
import { genealogyTreeRoute } from "./api/v1/genealogy/tree.ts";
import { healthRoute } from "./api/v1/health.ts";
import { importRoutes } from "./api/v1/import.ts";
import { lotPlanRoutes } from "./api/v1/lots/plan.ts";
import { maintenanceDoneRoute } from "./api/v1/maintenance/done.ts";
import { masterDataRoutes } from "./api/v1/master-data.ts";
import { openApiRoute } from "./api/v1/openapi.ts";
import { orderRoute } from "./api/v1/orders/order.ts";
import { orderImportRoute } from "./api/v1/orders/order-import.ts";
import { planRoutes } from "./api/v1/orders/plan.ts";
import { ordersRoute } from "./api/v1/orders.ts";
import { directivesRoute } from "./api/v1/stations/directives.ts";
import { handshakeRoute } from "./api/v1/stations/handshake.ts";
import { journalRoute } from "./api/v1/stations/journal.ts";
import { rollupsRoute } from "./api/v1/stations/rollups.ts";
import { stationStreamRoute } from "./api/v1/stations/stream.ts";
import { stationsRoute } from "./api/v1/stations.ts";
import { unitRoute } from "./api/v1/units.ts";
import type { RouteContext } from "./route-context.ts";

const routes = [
  healthRoute,
  openApiRoute,
  handshakeRoute,
  journalRoute,
  directivesRoute,
  rollupsRoute,
  stationStreamRoute,
  stationsRoute,
  floorRoute,
  floorStreamRoute,
  ordersRoute,
  orderImportRoute,
  orderRoute,
  planRoutes,
  lotPlanRoutes,
  orderGenealogyRoute,
  lotGenealogyRoutes,
  serialGenealogyRoute,
  genealogyTreeRoute,
  unitRoute,
  importRoutes,
  masterDataRoutes,
  maintenanceDoneRoute,
  attentionCloseRoute,
] as const;

export function registerRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const route of routes) route(app, context);
}
