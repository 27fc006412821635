import type { Database } from "./sqlite.ts";

/** Small facts that must survive a restart, by name. */
export interface SettingTable {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export function settingTable(database: Database): SettingTable {
  const get = database.prepare<[string], string>("SELECT value FROM setting WHERE name = ?").pluck();
  const set = database.prepare(
    "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    get: (name) => get.get(name),
    set: (name, value) => void set.run(name, value),
  };
}
