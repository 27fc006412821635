import type { ModeMap, StateMap } from "./mapping.ts";

/**
 * PackML StateCurrent (ISA-TR88.00.02, OPC 30050). Suspended waits for something outside of the machine and is idle; held
 * has a reason inside and is stopped; aborted is a fault until it is cleared. 0 is undefined and thus no data.
 */
export const packMlStates: StateMap = {
  "1": "fault",
  "2": "stopped",
  "3": "idle",
  "4": "idle",
  "5": "idle",
  "6": "running",
  "7": "stopped",
  "8": "fault",
  "9": "fault",
  "10": "stopped",
  "11": "stopped",
  "12": "stopped",
  "13": "idle",
  "14": "idle",
  "15": "idle",
  "16": "running",
  "17": "idle",
  "18": "running",
  "19": "stopped",
};

/** PackML UnitModeCurrent: production, maintenance, manual. User modes from 4 on are for the mapping to name. */
export const packMlModes: ModeMap = { "1": "production", "2": "maintenance", "3": "set-up" };

/** OPC Machinery ItemState: not available, out of service, not executing, executing. */
export const machineryStates: StateMap = { "0": "fault", "1": "fault", "2": "idle", "3": "running" };

/** OPC Machinery OperationMode: none, maintenance, set-up, processing. None says nothing against production. */
export const machineryModes: ModeMap = {
  "0": "production",
  "1": "maintenance",
  "2": "set-up",
  "3": "production",
};

/** OPC MachineTool OperationMode: manual, automatic, set-up, automatic with intervention, service. */
export const machineToolModes: ModeMap = {
  "0": "set-up",
  "1": "production",
  "2": "set-up",
  "3": "production",
  "4": "maintenance",
};

/** OPC MachineTool Channel.ChannelState: active, interrupted, reset. */
export const machineToolChannelStates: StateMap = { "0": "running", "1": "stopped", "2": "idle" };

/** Weihenstephan WS_Cur_State: lack and tailback belong to the neighbour, so they are idle here. */
export const weihenstephanStates: StateMap = {
  "1": "stopped",
  "2": "idle",
  "4": "idle",
  "8": "idle",
  "16": "idle",
  "32": "idle",
  "64": "idle",
  "128": "running",
  "256": "stopped",
  "512": "fault",
  "1024": "fault",
  "2048": "fault",
  "4096": "fault",
  "8192": "stopped",
  "16384": "stopped",
  "32768": "idle",
};
