import type { Result } from "../../../lib/result.ts";
import { readCode } from "../../../scan/read-code.ts";
import { decideScan } from "../../decide-scan.ts";
import type { Draft } from "../../event.ts";
import type { MasterData } from "../../master-data.ts";
import type { Refusal } from "../../refusal.ts";
import type { ScanDecision } from "../../scan-decision.ts";
import { freshHistory, type History, instantAt, record } from "../../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../../testing/sample-plant.ts";
import { decideCloseUnit } from "../decide-close-unit.ts";
import { decideOpenUnit, decidePack } from "../decide-packing.ts";
import { openUnit } from "../open-unit.ts";

export const stationId = "WS-14";

export function of(history: History, master: MasterData = sampleMasterData) {
  return { state: history.state, master };
}

export function done(history: History, decision: Result<readonly Draft[], Refusal>): History {
  if (!decision.ok) throw new Error(`Refused: ${decision.refusal.code}`);
  return record(history, decision.value, "P-1001");
}

export function codeOf(decision: Result<readonly Draft[], Refusal>): string {
  return decision.ok ? "ok" : decision.refusal.code;
}

export function scan(history: History, raw: string, master: MasterData = sampleMasterData): ScanDecision {
  const context = { at: instantAt(history.nowMs), personActive: true, workUnit: WORK_UNIT };
  return decideScan(of(history, master), readCode(raw), context);
}

export const scanned = (history: History, raw: string): History =>
  record(history, scan(history, raw).drafts, "P-1001");

export function started(jobOrder: string, countAuthority: "machine" | "operator" = "operator"): History {
  const payload = { countAuthority, plannedQuantity: 150 };
  return record(freshHistory, [{ type: "order.started", jobOrder, payload }], "P-1001");
}

export function made(history: History, jobOrder: string, good: number): History {
  const payload = { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
  return record(history, [{ type: "quantity.reported", jobOrder, payload }], "P-1001");
}

export const opened = (history: History, kind: "box" | "pallet" = "box", jobOrderId = "4720"): History =>
  done(history, decideOpenUnit(of(history), { jobOrderId, kind }));

export const idOf = (history: History, kind: "box" | "pallet" = "box"): string =>
  openUnit(history.state, kind)?.unitId ?? "";

export const pack = (history: History, quantity: number, jobOrderId = "4720") =>
  decidePack(of(history), { unitId: idOf(history), jobOrderId, quantity });

export function close(history: History, kind: "box" | "pallet" = "box", master = sampleMasterData) {
  return decideCloseUnit(of(history, master), { unitId: idOf(history, kind), stationId });
}

export const with24 = opened(made(started("4720"), "4720", 24));
export const full = done(with24, pack(with24, 24));
export const closedBox = done(full, close(full));
export const closedSscc = [...closedBox.state.unit.values()][0]?.sscc ?? "";
