import { z } from "zod";

/**
 * What a machine is doing, as seven different things (STANDARDS A2, A3).
 *
 * running: makes pieces; idle: ready, nothing to do (starved, blocked, no piece comes); stopped: stands, by a person or
 * by itself; fault: stands because something broke; set-up: is being changed over; no-shift: stands while nobody planned
 * to use it; no-data: nobody knows, which is never counted as any of the others.
 */
export const machineStates = [
  "running",
  "idle",
  "stopped",
  "fault",
  "set-up",
  "no-shift",
  "no-data",
] as const;
export const machineStateSchema = z.enum(machineStates);
export type MachineState = z.infer<typeof machineStateSchema>;
