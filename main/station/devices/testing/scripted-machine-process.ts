/** An OPC UA server in a process of its own, so that a test can end it the hard way. Obeys one message at a time. */
import { flushCompileCache } from "node:module";
import { type RunningOpcuaServer, startOpcuaServer } from "../../../simulator/opcua/opcua-server.ts";
import type { OpcuaServerOptions, WriteOptions } from "../../../simulator/opcua/opcua-server-options.ts";
import type { AlarmState } from "../../../simulator/opcua/served-alarms.ts";

export type StandardEvent = Parameters<RunningOpcuaServer["tellEvent"]>[0];

export type MachineOrder =
  | { readonly kind: "start"; readonly options: OpcuaServerOptions }
  | {
      readonly kind: "write";
      readonly id: string;
      readonly values: readonly (number | null)[];
      readonly how: WriteOptions;
    }
  | { readonly kind: "alarms"; readonly alarms: readonly (AlarmState & { readonly id: string })[] }
  | { readonly kind: "event"; readonly typeName: StandardEvent; readonly message: string }
  /** Counts on and on, one per interval. */
  | { readonly kind: "count"; readonly id: string; readonly everyMs: number }
  /** Ends the counting; answers with the last value. */
  | { readonly kind: "hold" }
  /** Those who are connected hear of no change any more. */
  | { readonly kind: "mute" }
  /** Ends this machine in good order; the process may become another one. */
  | { readonly kind: "stop" }
  | { readonly kind: "sessions" };

export interface MachineAnswer {
  readonly port: number;
  readonly certificateFile: string;
  readonly number: number;
}

let server: RunningOpcuaServer | undefined;
let count = 0;
let counting: NodeJS.Timeout | undefined;

process.on("message", (order: MachineOrder) => void follow(order));
process.on("disconnect", () => process.exit(0));

async function follow(order: MachineOrder): Promise<void> {
  if (order.kind === "start") {
    server = await startOpcuaServer(order.options);
    flushCompileCache(); // only an orderly end would do it, and this process is killed
  } else if (order.kind === "stop") await stop();
  else obey(order);
  const { port = 0, certificateFile = "" } = server ?? {};
  const number = order.kind === "sessions" ? (server?.sessionCount() ?? 0) : count;
  process.send?.({ port, certificateFile, number } satisfies MachineAnswer);
}

async function stop(): Promise<void> {
  clearInterval(counting);
  count = 0;
  await server?.stop();
  server = undefined;
}

function obey(order: Exclude<MachineOrder, { kind: "start" | "stop" }>): void {
  if (order.kind === "write") for (const value of order.values) server?.write(order.id, value, order.how);
  if (order.kind === "alarms") for (const alarm of order.alarms) server?.tellAlarm(alarm.id, alarm);
  if (order.kind === "event") server?.tellEvent(order.typeName, order.message);
  if (order.kind === "mute") server?.mute();
  if (order.kind === "hold") clearInterval(counting);
  if (order.kind === "count") {
    counting = setInterval(() => {
      count += 1;
      server?.write(order.id, count);
    }, order.everyMs);
  }
}
