import type { ChildProcess } from "node:child_process";
import type { FloodingMachine } from "../machines/flooding-machine.ts";
import type { PeerPackages } from "./install-peer.ts";

export interface PeerStart {
  /** Where its packages are. */
  readonly installed: readonly string[];
  /** For its data. */
  readonly folder: string;
  readonly machine: FloodingMachine;
}

export interface StoredRows {
  readonly file: string;
  /** Selects `item`, `value` (the sequence number) and `atMs` of each row. */
  readonly query: string;
}

/** Another program that listens and stores, set up by its own means. */
export interface Peer {
  readonly name: string;
  readonly packages: readonly PeerPackages[];
  /** What it was given, in words. */
  readonly settings: string;
  start(start: PeerStart): Promise<ChildProcess>;
  stored(folder: string): StoredRows;
}
