import { type Corruption, corrupted } from "./corruption.ts";
import type { MachineDesign, MachineSignal } from "./machines/machine-design.ts";
import { type NetworkLink, openNetworkLink } from "./network-link.ts";
import type { OpcuaNode, OpcuaValue } from "./opcua/opcua-description.ts";
import { ensureCertificate, type RunningOpcuaServer, startOpcuaServer } from "./opcua/opcua-server.ts";
import type { OpcuaServerOptions } from "./opcua/opcua-server-options.ts";
import type { ToldBook } from "./told-book.ts";

/** What a server has told of a signal: the truth against which loss is proven. */
export interface Told {
  readonly node: string;
  readonly writes: number;
  readonly value: OpcuaValue;
  readonly sourceTime: string;
}

/** Where clients connect; the server behind it may be off or on another port. */
interface Way {
  readonly link: NetworkLink;
  serverPort: number;
}

export interface ServerPlace {
  /** 0: any free one. */
  readonly port: number;
  readonly pkiDir: string;
  /** Where what it tells is written down. */
  readonly book?: ToldBook | undefined;
}

/** Opens a machine's network and makes its certificate; the server itself is still off. */
export async function openMachineServer<State>(
  design: MachineDesign<State>,
  { port, pkiDir, book }: ServerPlace,
): Promise<MachineServer<State>> {
  const way = { serverPort: 0 };
  const link = await openNetworkLink(port, () => way.serverPort).catch((error: unknown) => {
    throw new Error(portWords(error, design.name, port), { cause: error });
  });
  const options: OpcuaServerOptions = {
    port: 0,
    advertisedPort: link.port,
    pkiDir,
    applicationUri: design.applicationUri,
    namespaceUri: design.namespaceUri,
    productName: design.name,
    policies: ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"],
    user: { name: "takt", password: "takt" },
    alsoAnonymous: true,
    models: design.models,
    objects: design.objects,
    nodes: design.signals.flatMap(nodeOf),
    alarms: design.alarms,
  };
  const certificateFile = await ensureCertificate(options);
  return new MachineServer(design, Object.assign(way, { link }), { ...options, certificateFile, book });
}

interface ServerOptions extends OpcuaServerOptions {
  readonly certificateFile: string;
  readonly book: ToldBook | undefined;
}

/** A machine's OPC UA server behind a network that can be interrupted. */
export class MachineServer<State> {
  readonly #design: MachineDesign<State>;
  readonly #way: Way;
  readonly #options: ServerOptions;
  readonly #told = new Map<string, Told>();
  readonly #shown = new Map<string, unknown>();
  readonly #corruptions = new Map<string, Corruption>();
  readonly #extraNodes: OpcuaNode[] = [];
  #server: RunningOpcuaServer | undefined;
  #earlierNamespaces = 0;
  /** How wrong the machine's clock is. */
  clockOffsetMs = 0;

  constructor(design: MachineDesign<State>, way: Way, options: ServerOptions) {
    this.#design = design;
    this.#way = way;
    this.#options = options;
  }

  get link(): NetworkLink {
    return this.#way.link;
  }

  get endpointUrl(): string {
    return `opc.tcp://127.0.0.1:${this.link.port}`;
  }

  get certificateFile(): string {
    return this.#options.certificateFile;
  }

  get isOn(): boolean {
    return this.#server !== undefined;
  }

  get sessionCount(): number {
    return this.#server?.sessionCount() ?? 0;
  }

  /** @param reordered one more namespace comes before the machine's own, as after an update of its software */
  async turnOn(reordered = false): Promise<void> {
    if (this.#server) return;
    if (reordered) this.#earlierNamespaces += 1;
    const earlierNamespaceUris = Array.from(
      { length: this.#earlierNamespaces },
      (_, index) => `${this.#design.namespaceUri}:update-${index + 1}`,
    );
    this.#shown.clear();
    const server = await startOpcuaServer({ ...this.#options, earlierNamespaceUris });
    server.addNodes(this.#extraNodes);
    this.#server = server;
    this.#way.serverPort = server.port;
  }

  /** Without a farewell to the clients, as when the power fails. */
  async turnOff(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#way.serverPort = 0;
    this.link.drop();
    await server?.stop();
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
    await this.link.close();
  }

  /** Writes what has changed. @param paces which signals it is time for */
  show(state: State, at: Date, paces: readonly MachineSignal<State>["pace"][]): void {
    if (!this.#server) return;
    const sourceTime = new Date(at.getTime() + this.clockOffsetMs);
    for (const signal of this.#design.signals) {
      if (!paces.includes(signal.pace)) continue;
      if (signal.pace === "fixed" && this.#shown.has(signal.name)) continue;
      const value = signal.valueIn(state, sourceTime);
      if (this.#isNews(signal.name, value)) this.#tell(signal, value, sourceTime);
    }
    if (!paces.includes("event")) return;
    this.#showStates(state, sourceTime);
    this.#showAlarms(state, sourceTime);
  }

  /** Corrupts a signal's values from now on, or no longer. */
  corrupt(name: string, corruption: Corruption | undefined): void {
    if (corruption === undefined) this.#corruptions.delete(name);
    else this.#corruptions.set(name, corruption);
    this.#shown.delete(name);
  }

  corruptions(): readonly string[] {
    return [...this.#corruptions].map(([name, corruption]) => `${name} ${corruption}`);
  }

  /** More variables, which stay through restarts. */
  addNodes(nodes: readonly OpcuaNode[]): void {
    this.#extraNodes.push(...nodes);
    this.#server?.addNodes(nodes);
  }

  /** A value of an additional variable. @returns false when the server is off */
  writeExtra(id: string, value: number, at: Date): boolean {
    this.#server?.write(id, value, { sourceTime: new Date(at.getTime() + this.clockOffsetMs) });
    return this.isOn;
  }

  told(): Readonly<Record<string, Told>> {
    return Object.fromEntries(this.#told);
  }

  #isNews(name: string, value: OpcuaValue): boolean {
    const key = typeof value === "object" ? JSON.stringify(value) : value;
    if (this.#shown.has(name) && Object.is(this.#shown.get(name), key)) return false;
    this.#shown.set(name, key);
    return true;
  }

  #tell(signal: MachineSignal<State>, value: OpcuaValue, sourceTime: Date): void {
    const corruption = this.#corruptions.get(signal.name);
    const told = corruption ? corrupted(value, corruption) : { value, how: {} };
    if (!told) return;
    this.#server?.write(signal.id, told.value, { ...told.how, sourceTime });
    this.#options.book?.add({
      machineId: this.#design.machineId,
      signalId: signal.name,
      value: told.value,
      status: told.how.status ?? "Good",
      sourceMs: sourceTime.getTime(),
    });
    this.#told.set(signal.name, {
      node: `nsu=${this.#design.namespaceUri};s=${signal.id}`,
      writes: (this.#told.get(signal.name)?.writes ?? 0) + 1,
      value: told.value,
      sourceTime: sourceTime.toISOString(),
    });
  }

  #showStates(state: State, sourceTime: Date): void {
    for (const { id, stateIn } of this.#design.states) {
      const stateName = stateIn(state);
      if (this.#isNews(id, stateName ?? null)) this.#server?.enterState(id, stateName, { sourceTime });
    }
  }

  /** A server that was just turned on has no alarm, and tells nothing of that. */
  #showAlarms(state: State, at: Date): void {
    for (const { id, text, severity, isActiveIn } of this.#design.alarms) {
      const isActive = isActiveIn(state);
      const isNew = !this.#shown.has(id) && !isActive;
      if (this.#isNews(id, isActive) && !isNew) {
        this.#server?.tellAlarm(id, { isActive, message: text, severity, at });
      }
    }
  }
}

/** Nodes that came with an object of a companion model need no declaration. */
function nodeOf<State>(signal: MachineSignal<State>): readonly OpcuaNode[] {
  const { id, dataType, unit, componentOf, browseName } = signal;
  if (dataType === undefined) return [];
  return [
    {
      id,
      dataType,
      ...(unit === undefined ? {} : { unit }),
      ...(componentOf === undefined ? {} : { componentOf }),
      ...(browseName === undefined ? {} : { browseName }),
    },
  ];
}

function portWords(error: unknown, machine: string, port: number): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes("EADDRINUSE")) return message;
  return `port ${port} of ${machine} is taken by another program; stop it, or choose other ports: TAKT_OPCUA_PORT=${port + 10}`;
}
