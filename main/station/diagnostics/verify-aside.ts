import { Worker } from "node:worker_threads";
import type { VerifyReport } from "./verify-store.ts";

// The source in development, its bundle beside this one in a package.
const WORKER_FILE = new URL(
  import.meta.url.endsWith(".ts") ? "./verify-worker.ts" : "./verify-worker.mjs",
  import.meta.url,
);

/**
 * Verifies on a thread of its own, from a snapshot: a journal of years takes minutes, and a booking must not wait for
 * that. One at a time, so that several askers never take the machine's cores from those who book.
 */
export function createVerifier(dataDir: string): () => Promise<VerifyReport> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const report = last.then(() => verifyOnThread(dataDir));
    last = report.catch(() => undefined);
    return report;
  };
}

function verifyOnThread(dataDir: string): Promise<VerifyReport> {
  const worker = new Worker(WORKER_FILE, { workerData: { dataDir } });
  worker.unref(); // a station that stops does not wait for it
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) =>
      reject(new Error(`The verification ended without a report (exit ${code})`)),
    );
  });
}
