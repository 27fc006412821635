import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Metric } from "./measure/report.ts";
import { printReport, reportOf } from "./measure/report.ts";

/** Each loads its own parts, so that one benchmark does not weigh on another's memory. */
const benchmarks: Readonly<Record<string, () => Promise<readonly Metric[]>>> = {
  booking: async () => (await import("./benchmarks/booking.ts")).measureBooking(),
  ingest: async () => (await import("./benchmarks/ingest.ts")).measureIngest(),
  scan: async () => (await import("./benchmarks/scan.ts")).measureScan(),
  "cold-start": async () => (await import("./benchmarks/cold-start.ts")).measureColdStart(),
  memory: async () => (await import("./benchmarks/memory.ts")).measureMemory(),
  machines: async () => (await import("./benchmarks/machines.ts")).measureMachines(),
  signals: async () => (await import("./benchmarks/signals.ts")).measureSignals(),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const [name] = positionals;
const benchmark = name === undefined ? undefined : benchmarks[name];
if (name === undefined || benchmark === undefined) {
  console.error(
    `Usage: npm run bench -- NAME [--json FILE]\nNAME is one of: ${Object.keys(benchmarks).join(", ")}`,
  );
  process.exit(2);
}
const report = reportOf(await benchmark());
printReport(name, report);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
// A station in this process may keep timers; the figures are out.
process.exit(0);
