import { randomUUID } from "node:crypto";
import type { Draft } from "../../../shared/domain/event.ts";
import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import { rebuildProjections } from "../life/load-state.ts";
import { sha256 } from "../record/digest.ts";
import { seal } from "../record/seal.ts";
import { openStore } from "../store/open-store.ts";
import { processClock } from "./process-clock.ts";

/** Puts a journal of many entries into a data folder whose station is not running; whole in every respect. */
export function writeLongJournal(stationFolder: string, entryCount: number): void {
  const open = openStore(stationFolder);
  const opened: Draft = {
    type: "epoch.opened",
    jobOrder: null,
    payload: { cause: "first-start", previousEpoch: null, previousSeq: null },
  };
  const call: Draft = { type: "help.called", jobOrder: null, payload: { category: "lead" } };
  const drafts = [opened, ...Array.from({ length: entryCount - 1 }, () => call)];
  const entries = seal({ epoch: randomUUID(), seq: 0, hash: GENESIS_HASH }, drafts, {
    newId: randomUUID,
    sha256,
    intentId: randomUUID(),
    actor: { personId: null, auth: "station" },
    at: processClock.now(),
    mesOffsetMs: null,
    workUnit: "CNC-2",
  });
  open.store.append(entries, []);
  rebuildProjections(open.store);
  const head = open.store.epochs().at(-1);
  if (head !== undefined) open.sidecar.write(head);
  open.close();
}
