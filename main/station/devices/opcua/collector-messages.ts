import type { GapCause, LogLevel, Signal } from "../device-events.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";

/** From the station to its OPC UA process. The end of the channel means the same as "stop". */
export type CollectorCommand =
  | { readonly kind: "start"; readonly endpoint: MachineEndpoint }
  | { readonly kind: "stop" };

/** From the OPC UA process to the station, in the order things happened. */
export type CollectorMessage =
  | { readonly kind: "beat" }
  | { readonly kind: "signals"; readonly batch: readonly Signal[] }
  /** The machine answered and had nothing new. */
  | { readonly kind: "unchanged" }
  /** Values may be missing between the last message and the next batch. */
  | { readonly kind: "interrupted"; readonly cause: GapCause }
  | { readonly kind: "status"; readonly state: "ok" | "lost"; readonly detail: string }
  | { readonly kind: "log"; readonly level: LogLevel; readonly message: string };

export const BEAT_EVERY_MS = 1_000;

export type TellStation = (message: CollectorMessage) => void;
