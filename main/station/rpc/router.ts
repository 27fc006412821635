import { commissioningRouter } from "./commissioning.ts";
import { router } from "./context.ts";
import { helpRouter } from "./help.ts";
import { machinesRouter } from "./machines.ts";
import { maintenanceRouter } from "./maintenance.ts";
import { materialsRouter } from "./materials.ts";
import { ordersRouter } from "./orders.ts";
import { packingRouter } from "./packing.ts";
import { qualityRouter } from "./quality.ts";
import { scanRouter } from "./scan.ts";
import { screenRouter } from "./screen.ts";
import { sessionRouter } from "./session.ts";
import { stopsRouter } from "./stops.ts";
import { syncRouter } from "./sync.ts";
import { toolRouter } from "./tool.ts";
import { trendsRouter } from "./trends.ts";

export const stationRouter = router({
  session: sessionRouter,
  orders: ordersRouter,
  quality: qualityRouter,
  scan: scanRouter,
  help: helpRouter,
  machines: machinesRouter,
  commissioning: commissioningRouter,
  maintenance: maintenanceRouter,
  materials: materialsRouter,
  packing: packingRouter,
  stops: stopsRouter,
  screen: screenRouter,
  sync: syncRouter,
  tool: toolRouter,
  trends: trendsRouter,
});

export type StationRouter = typeof stationRouter;
