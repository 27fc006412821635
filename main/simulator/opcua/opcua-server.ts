import { MonitoredItem, OPCUAServer, Subscription } from "node-opcua-server";
import { libraryOptions } from "./library-options.ts";
import { type CertificateOptions, openCertificates } from "./machine-certificates.ts";
import type { OpcuaNode, OpcuaValue } from "./opcua-description.ts";
import type { OpcuaServerOptions, WriteOptions } from "./opcua-server-options.ts";
import { setOverflowBit } from "./overflow-bit.ts";
import type { AlarmState } from "./served-alarms.ts";
import { ServedSpace } from "./served-space.ts";
import { asSmallController } from "./small-controller.ts";

Object.assign(MonitoredItem.prototype, { _setOverflowBit: setOverflowBit });

export interface RunningOpcuaServer {
  readonly endpointUrl: string;
  readonly port: number;
  readonly certificateFile: string;
  /** @throws when there is no such node, or the value does not fit it */
  write(id: string, value: OpcuaValue, options?: WriteOptions): void;
  /** Puts a state machine of a companion model into a state; undefined: none at all. @throws when it has no such state */
  enterState(id: string, stateName: string | undefined, options?: WriteOptions): void;
  /** Raises or ends an alarm by an event. @throws when there is no such alarm */
  tellAlarm(id: string, state: AlarmState): void;
  /** An event of a standard type from the server itself. */
  tellEvent(typeName: "EventQueueOverflowEventType" | "SystemEventType", message?: string): void;
  /** Adds variables while it runs; those that exist already stay. */
  addNodes(nodes: readonly OpcuaNode[]): void;
  sessionCount(): number;
  /** It goes on answering, and tells those who are connected of no change any more. */
  mute(): void;
  stop(): Promise<void>;
}

/** A real OPC UA server with its own certificate; answers signed or encrypted sessions only, unless told otherwise. */
export async function startOpcuaServer(options: OpcuaServerOptions): Promise<RunningOpcuaServer> {
  const { certificates, certificateFile } = await openCertificates(options);
  const server = new OPCUAServer(libraryOptions(options, certificates, certificateFile));
  const mute = asSmallController(server, options.limits ?? {});
  // Of the whole process: several servers in one process have one least interval.
  if (options.limits?.publishingMs) Subscription.minimumPublishingInterval = options.limits.publishingMs;
  await server.initialize();
  const space = new ServedSpace(server, options);
  await server.start();
  const port = server.endpoints[0]?.port ?? options.port;
  return {
    endpointUrl: `opc.tcp://127.0.0.1:${options.advertisedPort ?? port}`,
    port,
    certificateFile,
    write: (id, value, how) => space.write(id, value, how),
    enterState: (id, stateName, how) => space.enterState(id, stateName, how),
    tellAlarm: (id, state) => space.tellAlarm(id, state),
    tellEvent: (typeName, message) => space.tellEvent(typeName, message),
    addNodes: (nodes) => space.addNodes(nodes),
    sessionCount: () => server.currentSessionCount,
    mute,
    stop: () => server.shutdown(100),
  };
}

/** Makes a server's key and certificate, once. @returns the certificate's file, to be trusted before the server runs */
export async function ensureCertificate(options: CertificateOptions): Promise<string> {
  return (await openCertificates(options)).certificateFile;
}
