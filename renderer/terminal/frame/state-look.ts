import type { MachineState } from "../../../shared/domain/machines/machine-state.ts";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import type { ShapeState } from "../../ui/StateShape.tsx";

const WAITING_IS_ABNORMAL_AFTER_MS = 2 * 60_000;

/** Colour and shape of a state (UX 1.5); a fault looks like a stop and says another word. */
export const stateLooks: Readonly<Record<MachineState, ShapeState>> = {
  running: "running",
  idle: "waiting",
  stopped: "stopped",
  fault: "stopped",
  "set-up": "setup",
  "no-shift": "planned",
  "no-data": "no-signal",
};

/** Quiet states keep a soft ground; an abnormal one is a filled area (UX 1.5). */
export function isLoud(
  { state, sinceUtc, isManual = false }: Pick<MachineView, "state" | "sinceUtc" | "isManual">,
  nowMs: number,
): boolean {
  if (isManual) return false; // people who stand somewhere else are no fault of a bench
  if (state === "running" || state === "no-shift") return false;
  if (state === "idle") return nowMs - Date.parse(sinceUtc) > WAITING_IS_ABNORMAL_AFTER_MS;
  return true;
}
