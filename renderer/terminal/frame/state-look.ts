import type { MachineView } from "../../../shared/screen/screen-model.ts";

const WAITING_IS_ABNORMAL_AFTER_MS = 2 * 60_000;

/** Quiet states keep a soft ground; an abnormal one is a filled area (UX 1.5). */
export function isLoud(machine: MachineView, nowMs: number): boolean {
  if (machine.state === "running" || machine.state === "planned") return false;
  if (machine.state === "waiting") return nowMs - Date.parse(machine.sinceUtc) > WAITING_IS_ABNORMAL_AFTER_MS;
  return true;
}
