import { writeSync } from "node:fs";
import { openSignalsDatabase } from "../../store/signals-database.ts";
import type { GapCause } from "../signal-gap.ts";
import { createSignalWriter } from "../signal-writer.ts";
import { rowsOf } from "./signal-rig.ts";

/*
 * Writes numbered values through the real writer and prints the number of the last one after each flush. It ends only by
 * being killed (SG-14).
 *   node flushing-program.ts FOLDER FIRST-NUMBER
 */
const [folder = "", first = "0"] = process.argv.slice(2);
const nowUs = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000);
const writer = createSignalWriter({
  storage: openSignalsDatabase<GapCause>(folder),
  nowUs,
  nowMs: () => performance.now(),
  retention: { longestUs: 86_400e6, mostBytes: 2 ** 40, keepUnsent: false },
  reductionOf: () => undefined,
  mostPending: 1_000_000,
});
const [signal] = writer.register([{ machineId: "M1", signalId: "number" }]);
for (let next = Number(first); ; next += 100) {
  const atUs = nowUs();
  const values = Array.from({ length: 100 }, (_, index) => ({
    signal: signal?.number ?? 0,
    atUs: atUs + index,
    value: next + index,
  }));
  writer.append(rowsOf(values));
  writer.flush();
  // Straight to the pipe: what was told is told, also when the next instant is a kill.
  writeSync(1, `${next + 99}\n`);
  writer.tend(1);
}
