import type { MachineServer } from "./machine-server.ts";
import type { OpcuaNode } from "./opcua/opcua-description.ts";

export interface FloodTruth {
  readonly variables: number;
  readonly everyMs: number;
  /** Sequence number that each variable has reached: 1, 2, 3, … with none left out. */
  readonly sequence: number;
  readonly writes: number;
  readonly isRunning: boolean;
}

/** Many variables that change fast, each carrying a sequence number: what did not arrive can be counted. */
export class Flood {
  readonly #server: Pick<MachineServer<never>, "addNodes" | "writeExtra" | "isOn">;
  readonly #ids: string[] = [];
  #variables = 0;
  #everyMs = 0;
  #sequence = 0;
  #writes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Pick<MachineServer<never>, "addNodes" | "writeExtra" | "isOn">) {
    this.#server = server;
  }

  start(variables: number, everyMs: number): void {
    this.stop();
    this.#variables = variables;
    this.#everyMs = everyMs;
    this.#addMissing();
    const startMs = performance.now();
    const startedAt = Date.now();
    const first = this.#sequence;
    this.#timer = setInterval(() => {
      const due = first + Math.floor((performance.now() - startMs) / everyMs);
      while (this.#sequence < due && this.#server.isOn) {
        this.#writeAll(new Date(startedAt + (this.#sequence + 1 - first) * everyMs));
      }
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  truth(): FloodTruth | undefined {
    if (this.#variables === 0) return undefined;
    return {
      variables: this.#variables,
      everyMs: this.#everyMs,
      sequence: this.#sequence,
      writes: this.#writes,
      isRunning: this.#timer !== undefined,
    };
  }

  #addMissing(): void {
    const nodes: OpcuaNode[] = [];
    while (this.#ids.length < this.#variables) {
      const id = `Flood.${String(this.#ids.length + 1).padStart(5, "0")}`;
      this.#ids.push(id);
      nodes.push({ id, dataType: "Double" });
    }
    this.#server.addNodes(nodes);
  }

  #writeAll(at: Date): void {
    this.#sequence += 1;
    for (let index = 0; index < this.#variables; index += 1) {
      if (this.#server.writeExtra(this.#ids[index] as string, this.#sequence, at)) this.#writes += 1;
    }
  }
}
