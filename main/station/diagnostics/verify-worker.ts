/** The thread of one verification; started by verify-aside.ts, ends with its report. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { sha256 } from "../record/digest.ts";
import { openSnapshot } from "../store/open-snapshot.ts";
import { verifyStore } from "./verify-store.ts";

const { dataDir } = z.strictObject({ dataDir: z.string() }).parse(workerData);
const snapshot = openSnapshot(dataDir);
try {
  parentPort?.postMessage(verifyStore(snapshot, sha256));
} finally {
  snapshot.close();
}
