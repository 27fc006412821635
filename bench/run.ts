import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Metric } from "./measure/report.ts";
import { printReport, reportOf } from "./measure/report.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    pairs: { type: "string" },
    rates: { type: "string" },
    minutes: { type: "string" },
    peers: { type: "boolean", default: false },
    events: { type: "string" },
    only: { type: "string" },
    stations: { type: "string" },
  },
});

/** Each loads its own parts, so that one benchmark does not weigh on another's memory. */
const benchmarks: Readonly<Record<string, () => Promise<readonly Metric[]>>> = {
  booking: async () => (await import("./benchmarks/booking.ts")).measureBooking(),
  ingest: async () => (await import("./benchmarks/ingest.ts")).measureIngest(),
  scan: async () => (await import("./benchmarks/scan.ts")).measureScan(),
  "cold-start": async () => (await import("./benchmarks/cold-start.ts")).measureColdStart(),
  memory: async () => (await import("./benchmarks/memory.ts")).measureMemory(),
  machines: async () => {
    if (values.peers) return (await import("./benchmarks/peers.ts")).measurePeers();
    if (values.minutes !== undefined) {
      return (await import("./benchmarks/endurance.ts")).measureEndurance(
        positive("minutes", values.minutes),
      );
    }
    const pairs = positive("pairs", values.pairs ?? "5");
    const rates = (values.rates ?? "10000,20000,50000,100000")
      .split(",")
      .map((rate) => positive("rates", rate));
    return (await import("./benchmarks/machines.ts")).measureMachines({ pairs, rates });
  },
  orders: async () => {
    const events = positive("events", values.events ?? "10000000");
    return (await import("./benchmarks/orders.ts")).measureOrders({ events, only: values.only });
  },
  rush: async () =>
    (await import("./benchmarks/rush.ts")).measureRush(positive("stations", values.stations ?? "200")),
  signals: async () => (await import("./benchmarks/signals.ts")).measureSignals(),
};

const [name] = positionals;
const benchmark = name === undefined ? undefined : benchmarks[name];
if (name === undefined || benchmark === undefined) {
  console.error(
    `Usage: npm run bench -- NAME [--json FILE]
NAME is one of: ${Object.keys(benchmarks).join(", ")}
machines also takes one of
  --rates 10000,20000  values a second, and --pairs 5: product and floor in turns (2.5 min a rate)
  --minutes 10         100,000 values a second for so long, bookings and a backlog beside it
  --peers              Node-RED and FUXA, installed into the user's cache folder at the first run
orders also takes
  --events 10000000    in the journal of the MES; 8 GB of disk and five minutes for so many
  --only station|mes   one half: keys, scans and start at the station; recall and pages at the MES
rush also takes
  --stations 200       that reconnect in the same moment`,
  );
  process.exit(2);
}
// Stopped by a person: what a benchmark started goes with its process.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const report = reportOf(await benchmark());
printReport(name, report);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
// A station in this process may keep timers; the figures are out.
process.exit(0);

function positive(option: string, words: string): number {
  const number = Number(words);
  if (Number.isFinite(number) && number > 0) return number;
  console.error(`--${option}: "${words}" is not a number above 0`);
  process.exit(2);
}
