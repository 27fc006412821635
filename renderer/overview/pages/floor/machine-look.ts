import type { MachineState } from "../../../../shared/domain/machines/machine-state.ts";
import type { ShapeState } from "../../../ui/StateShape.tsx";

/** Colour and shape of each of the seven states, as on the terminal; a fault looks like a stop and says another word. */
export const machineLooks: Readonly<Record<MachineState, ShapeState>> = {
  running: "running",
  idle: "waiting",
  stopped: "stopped",
  fault: "stopped",
  "set-up": "setup",
  "no-shift": "planned",
  "no-data": "no-signal",
};
