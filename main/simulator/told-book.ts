import { closeSync, openSync, writeSync } from "node:fs";
import type { OpcuaValue } from "./opcua/opcua-description.ts";
import type { WriteOptions } from "./opcua/opcua-server-options.ts";

/** One value that a server was given to tell. */
export interface ToldEntry {
  readonly machineId: string;
  readonly signalId: string;
  readonly value: OpcuaValue;
  readonly status: NonNullable<WriteOptions["status"]>;
  /** By the machine's clock, whole milliseconds since 1970. */
  readonly sourceMs: number;
}

const BYTES_AT_ONCE = 65_536;

/** Writes down every value of every server in its order, one JSON line each: what was told is proven by this. */
export class ToldBook {
  readonly #file: number;
  #waiting = "";

  constructor(file: string) {
    this.#file = openSync(file, "w", 0o600);
  }

  add(entry: ToldEntry): void {
    this.#waiting += `${JSON.stringify(entry)}\n`;
    if (this.#waiting.length >= BYTES_AT_ONCE) this.#write();
  }

  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #write(): void {
    writeSync(this.#file, this.#waiting);
    this.#waiting = "";
  }
}
