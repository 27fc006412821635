import type { ReadCode } from "../scan/read-code.ts";
import type { MasterData } from "./master-data.ts";
import { decideLotScan } from "./materials/decide-lot-scan.ts";
import { decideOrderScan } from "./orders/decide-order-scan.ts";
import { decideBadgeScan } from "./people/decide-badge-scan.ts";
import { type ScanContext, type ScanDecision, scanDecision } from "./scan-decision.ts";
import type { StationState } from "./station-state.ts";

/** What a read code means here and now. The one place where all scan paths (serial, wedge) come together. */
export function decideScan(
  state: StationState,
  master: MasterData,
  code: ReadCode,
  context: ScanContext,
): ScanDecision {
  switch (code.kind) {
    case "badge":
      return decideBadgeScan(state, master, code.badgeCode);
    case "order":
      return decideOrderScan(state, master, code.jobOrderId, context);
    case "lot":
      return decideLotScan(state, master, code.lotId, context);
    case "unknown":
      return scanDecision("unknown", "code-unknown");
    case "damaged":
      return scanDecision("unknown", "code-damaged");
  }
}
