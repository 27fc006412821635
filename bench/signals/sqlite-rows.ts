import { mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../main/station/store/sqlite.ts";
import type { Recording } from "./recordings.ts";

/** Bytes of the plainest store: a row per sample, WITHOUT ROWID, vacuumed. */
export function sqliteRowBytes(recordings: readonly Recording[]): number {
  const folder = mkdtempSync(join(process.cwd(), ".bench-"));
  const path = join(folder, "rows.db");
  const database = openDatabase(path);
  database.exec("CREATE TABLE sample (tag INTEGER, ts INTEGER, v REAL, PRIMARY KEY (tag, ts)) WITHOUT ROWID");
  const insert = database.prepare("INSERT OR IGNORE INTO sample VALUES (?, ?, ?)");
  database.transaction(() => {
    let tag = 0;
    for (const { signals } of recordings) {
      for (const { atUs, value } of signals) {
        tag += 1;
        for (let row = 0; row < value.length; row += 1) insert.run(tag, BigInt(atUs[row] ?? 0), value[row]);
      }
    }
  })();
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.exec("VACUUM");
  database.close();
  const { size } = statSync(path);
  rmSync(folder, { recursive: true });
  return size;
}
