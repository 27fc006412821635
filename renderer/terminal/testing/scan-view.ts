import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { demoPlant } from "../fixtures/demo-plant.ts";

/** A scan at the demo plant that brought no details, where `over` does not say otherwise. */
export function scanView(over: Partial<ScanView> = {}): ScanView {
  if (demoPlant.lastScan === null) throw new Error("Nothing was scanned at the demo plant");
  return { ...demoPlant.lastScan, details: {}, ...over };
}
