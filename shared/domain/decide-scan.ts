import type { ReadCode } from "../scan/read-code.ts";
import type { Known } from "./known.ts";
import { decideLotScan } from "./materials/decide-lot-scan.ts";
import { decideOrderScan } from "./orders/decide-order-scan.ts";
import { decideSerialScan } from "./packing/decide-serial-scan.ts";
import { decideUnitScan } from "./packing/decide-unit-scan.ts";
import { decideBadgeScan } from "./people/decide-badge-scan.ts";
import { type ScanContext, type ScanDecision, scanDecision } from "./scan-decision.ts";

/** What a read code means here and now. The one place where all scan paths (serial, wedge) come together. */
export function decideScan(known: Known, code: ReadCode, context: ScanContext): ScanDecision {
  const { state, master } = known;
  switch (code.kind) {
    case "badge":
      return decideBadgeScan(state, master, code.badgeCode);
    case "order":
      return decideOrderScan(known, code.jobOrderId, context);
    case "lot":
      return decideLotScan(known, code.lotId, context);
    case "unit":
      return decideUnitScan(known, code.sscc, context);
    case "serial":
      return decideSerialScan(known, code, context);
    case "unknown":
      return scanDecision("unknown", "code-unknown");
    case "damaged":
      return scanDecision("unknown", "code-damaged");
  }
}
