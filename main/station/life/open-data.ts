import type { DataFolder } from "../config/data-folder.ts";
import { readMapped } from "../config/read-mapped.ts";
import type { StationConfig } from "../config/station-config.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";
import { settleStaged } from "./settle-staged.ts";

export interface OpenData extends ReturnType<typeof readMapped> {
  readonly open: OpenStore;
  /** What became of a mapping that was being saved when the station died. */
  readonly settled: ReturnType<typeof settleStaged>;
}

/**
 * The data and the machines of this station. What is wrong with a file is told before any data is touched.
 *
 * @throws ConfigError, StoreError
 */
export function openData(folder: DataFolder, config: StationConfig): OpenData {
  const before = readMapped(folder, config);
  const open = openStore(folder.root);
  const { connected } = before.machines;
  const settled = settleStaged({ folder, store: open.store, connected });
  return { open, settled, ...(settled === "taken" ? readMapped(folder, config) : before) };
}
