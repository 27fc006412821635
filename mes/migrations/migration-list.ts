import { identity } from "./0010-identity.ts";
import { stations } from "./0020-stations.ts";
import { journal } from "./0030-journal.ts";
import { masterData } from "./0040-master-data.ts";
import { orderProgress } from "./0050-order-progress.ts";
import { attention } from "./0060-attention.ts";
import { attentionCause } from "./0070-attention-cause.ts";
import { machineNoData } from "./0090-machine-no-data.ts";
import { machineSignals } from "./0110-machine-signals.ts";
import { orderStates } from "./0130-order-states.ts";
import { lotUse } from "./0140-lot-use.ts";
import { partReversals } from "./0150-part-reversals.ts";
import { routes } from "./0160-routes.ts";
import { reworkRoutes } from "./0161-rework-routes.ts";
import { workUnits } from "./0170-work-units.ts";
import { packingUnits } from "./0180-packing-units.ts";
import { pieceSerials } from "./0181-piece-serials.ts";
import { products } from "./0190-products.ts";
import { standingMeasurements } from "./0200-standing-measurements.ts";
import { endedOrders } from "./0210-ended-orders.ts";
import { lotsOfItems } from "./0211-lots-of-items.ts";
import { stationProgress } from "./0230-station-progress.ts";
import { openWork } from "./0240-open-work.ts";
import { countsOfOrders } from "./0241-counts-of-orders.ts";
import { correctedTimes } from "./0250-corrected-times.ts";
import { ordersOfItems } from "./0260-orders-of-items.ts";
import { toldLots } from "./0261-told-lots.ts";
import type { Migration } from "./migration.ts";

/** In order; a released one is never edited. */
export const migrationList: readonly Migration[] = [
  identity,
  stations,
  journal,
  masterData,
  orderProgress,
  attention,
  attentionCause,
  machineNoData,
  machineSignals,
  orderStates,
  lotUse,
  partReversals,
  routes,
  reworkRoutes,
  workUnits,
  packingUnits,
  pieceSerials,
  products,
  standingMeasurements,
  endedOrders,
  lotsOfItems,
  stationProgress,
  openWork,
  countsOfOrders,
  correctedTimes,
  ordersOfItems,
  toldLots,
];
