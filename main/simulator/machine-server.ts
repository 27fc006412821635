import type { Lathe } from "./lathe.ts";
import { type LinkState, openNetworkLink } from "./network-link.ts";
import type { OpcuaNode } from "./opcua-description.ts";
import { startOpcuaServer } from "./opcua-server.ts";

export const NAMESPACE_URI = "urn:takt:lathe";
const APPLICATION_URI = "urn:takt:lathe:CNC-2";

type LatheNode = OpcuaNode & { readonly name: string; valueIn(lathe: Lathe): number };

/** Which part of the lathe stands at which node. */
const NODES: readonly LatheNode[] = [
  { name: "partCount", id: "Lathe2.PartCount", dataType: "UInt32", valueIn: (lathe) => lathe.partCount },
  { name: "state", id: "Lathe2.State", dataType: "Int32", valueIn: (lathe) => lathe.packmlState },
  {
    name: "spindleLoad",
    id: "Lathe2.SpindleLoad",
    dataType: "Double",
    valueIn: (lathe) => lathe.spindleLoadPercent,
  },
  {
    name: "temperature",
    id: "Lathe2.Temperature",
    dataType: "Double",
    valueIn: (lathe) => round1(lathe.temperatureC),
  },
];

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The lathe's OPC UA server, reached through a network that can be interrupted. */
export interface MachineServer {
  readonly endpointUrl: string;
  readonly certificateFile: string;
  /** Name → address with namespace URI. */
  readonly nodeAddresses: Readonly<Record<string, string>>;
  readonly linkState: LinkState;
  show(lathe: Lathe): void;
  setLink(state: LinkState): Promise<void>;
  sessionCount(): number;
  stop(): Promise<void>;
}

/** @param port where clients connect; 0: any free one */
export async function startMachineServer(port: number, pkiDir: string): Promise<MachineServer> {
  let serverPort = 0;
  const link = await openNetworkLink(port, () => serverPort).catch((error: unknown) => {
    throw new Error(portWords(error, port), { cause: error });
  });
  const server = await startOpcuaServer({
    port: 0,
    advertisedPort: link.port,
    pkiDir,
    applicationUri: APPLICATION_URI,
    namespaceUri: NAMESPACE_URI,
    nodes: NODES,
  });
  serverPort = server.port;
  const shown = new Map<string, number>();
  return {
    endpointUrl: server.endpointUrl,
    certificateFile: server.certificateFile,
    nodeAddresses: Object.fromEntries(NODES.map(({ name, id }) => [name, `nsu=${NAMESPACE_URI};s=${id}`])),
    get linkState() {
      return link.state;
    },
    show: (lathe) => {
      for (const { id, valueIn } of NODES) {
        const value = valueIn(lathe);
        if (shown.get(id) === value) continue;
        shown.set(id, value);
        server.write(id, value);
      }
    },
    setLink: (state) => link.set(state),
    sessionCount: () => server.sessionCount(),
    stop: async () => {
      await server.stop();
      await link.close();
    },
  };
}

function portWords(error: unknown, port: number): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes("EADDRINUSE")) return message;
  return `port ${port} is taken by another program; stop it, or choose another port: TAKT_OPCUA_PORT=${port + 1}`;
}
