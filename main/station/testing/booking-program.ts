import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import type { Draft } from "../../../shared/domain/event.ts";
import { epochChange, openEpoch } from "../life/enter-epoch.ts";
import { loadState } from "../life/load-state.ts";
import { createMarkKeeper } from "../life/mark-keeper.ts";
import { sha256 } from "../record/digest.ts";
import { createRecorder } from "../record/recorder.ts";
import { systemClock } from "../record/system-clock.ts";
import { openStore } from "../store/open-store.ts";

/*
 * Books one piece after the other through the real recorder and store and prints each acknowledged intent. It ends only
 * by being killed (P1). Nothing else of the station is loaded, so that thousands of starts take minutes.
 *   node booking-program.ts FOLDER
 */
const [folder = ""] = process.argv.slice(2);
const { store, sidecar } = openStore(folder);
const mark = createMarkKeeper(sidecar.write, (error) => {
  throw error;
});
const recorder = createRecorder(
  { head: store.epochs().at(-1) ?? { epoch: "", seq: 0, hash: "" }, state: loadState(store) },
  {
    journal: store,
    clock: systemClock(undefined),
    newId: randomUUID,
    sha256,
    workUnit: "CNC-2",
    mesOffsetMs: () => null,
    onRecorded: (head) => mark.moved(head),
  },
);
const change = epochChange(store, sidecar.read());
if (change !== null) {
  openEpoch(change, { recorder, newEpoch: randomUUID, newId: randomUUID });
  mark.flush();
}
flushCompileCache(); // otherwise written at an end in peace, which never comes
const actor = { personId: "P-1001", auth: "badge" } as const;
const started: Draft = {
  type: "order.started",
  jobOrder: "4731",
  payload: { countAuthority: "operator", plannedQuantity: 2_000 },
};
if (!recorder.state().jobOrder.has("4731")) recorder.record([started], { intentId: randomUUID(), actor });

const payload = { good: 1, scrap: 0, rework: 0, reasonCode: null, source: "pad" } as const;
for (let count = 1; ; count += 1) {
  const intentId = randomUUID();
  recorder.record([{ type: "quantity.reported", jobOrder: "4731", payload }], { intentId, actor });
  // Straight to the pipe: what was told is told, also when the next instant is a kill.
  writeSync(1, `${intentId}\n`);
  // The mark follows by a timer, which needs a turn of the loop.
  if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
