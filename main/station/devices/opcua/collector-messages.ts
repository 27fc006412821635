import type { AlarmNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { MachineLinkView } from "../../../../shared/screen/machine-link-view.ts";
import type { GapCause, LogLevel, Signal } from "../device-events.ts";
import type { CollectorAnswer, CollectorQuestion } from "./collector-questions.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";

/** From the station to its OPC UA process. The end of the channel means the same as "stop". */
export type CollectorCommand =
  | { readonly kind: "start"; readonly collection: Collection }
  | { readonly kind: "ask"; readonly id: number; readonly question: CollectorQuestion }
  /** The MES has the roll-ups of everything up to this segment of the store. */
  | { readonly kind: "sent"; readonly upTo: number }
  | { readonly kind: "stop" };

/** What the OPC UA process has to do. */
export interface Collection {
  readonly machines: readonly MachineEndpoint[];
  /** Folder of the store that keeps every value; null: none, values are only told. */
  readonly signalFolder: string | null;
  /** A MES wants the roll-ups: nothing is cleared away before it has them. */
  readonly keepUnsent?: boolean;
}

/** What one machine says through the OPC UA process, in the order things happened. */
export type MachineMessage =
  | { readonly kind: "signals"; readonly batch: readonly Signal[] }
  /** What it told of its alarms by events. */
  | { readonly kind: "alarms"; readonly sourceId: string; readonly notices: readonly AlarmNotice[] }
  /** The machine answered and had nothing new. */
  | { readonly kind: "unchanged" }
  /** Values may be missing between the last message and the next batch. */
  | { readonly kind: "interrupted"; readonly cause: GapCause }
  | { readonly kind: "status"; readonly state: "ok" | "lost"; readonly detail: string };

/** From the OPC UA process to the station. */
export type CollectorMessage =
  | { readonly kind: "beat" }
  | { readonly kind: "machine"; readonly machineId: string; readonly message: MachineMessage }
  /** Once a second: the newest value of each signal that has changed, for people to look at. */
  | { readonly kind: "latest"; readonly values: readonly LatestValue[] }
  /** Once a second: how the connections are. */
  | { readonly kind: "health"; readonly machines: readonly MachineHealth[] }
  | { readonly kind: "answer"; readonly id: number; readonly answer: CollectorAnswer }
  | { readonly kind: "log"; readonly level: LogLevel; readonly message: string };

/** What the OPC UA process knows of a connection; the rest of the view is the station's. */
export type MachineHealth = Omit<
  MachineLinkView,
  "state" | "detail" | "lastGap" | "endpointUrl" | "security"
> & {
  readonly machineId: string;
};

export interface LatestValue {
  readonly machineId: string;
  readonly signalId: string;
  readonly value: number | string;
  readonly statusCode: number;
  /** Source time, else server time, else arrival, in microseconds since 1970. */
  readonly atUs: number;
}

export const BEAT_EVERY_MS = 1_000;

export type TellStation = (message: CollectorMessage) => void;
export type TellOfMachine = (message: MachineMessage) => void;
