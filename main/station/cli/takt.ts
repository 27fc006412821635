import { parseArgs } from "node:util";
import { dataFolder } from "../config/data-folder.ts";
import { startRefusal } from "../life/refuse-start.ts";
import { exchangeMapping, isDirection } from "./exchange-mapping.ts";
import { acceptMes, showMes } from "./mes.ts";
import { openTools } from "./open-tools.ts";
import { printEntries, printReport } from "./print.ts";
import { printTrace } from "./print-trace.ts";
import type { StationTools } from "./station-tools.ts";
import { type TraceSubject, traceJournal, traceKinds } from "./trace-journal.ts";
import { traceValues } from "./trace-values.ts";
import { trust } from "./trust.ts";

const USAGE = `Usage: npm run takt -- <command> [--json]

  verify     proves the data: hash chain, high-water mark, page check, projections equal to the journal's fold
  rebuild    writes the projections anew from the journal (the station must be stopped)
  journal    prints the entries of the current epoch
  trace      "trace order 4711", "trace lot 88213" or "trace piece NUMBER": what went into it, or where it went, from the
             journal of this station alone; of a piece also what its machine measured while it was made
  mapping    "mapping export FILE" writes what the machines' values mean to that file; "mapping import FILE" takes it in
             (the station must be running)
  mes        asks the MES as this station would: address, certificate, token; "mes accept ID" says that the plant has another
             MES from now on, which then gets all that is stored here (the station must be stopped)
  trust      lists the machine certificates that were refused; "trust FILE" trusts the one in that file

The data folder is ./data, or what TAKT_DATA names.`;

const openHere = () => openTools(dataFolder(process.env));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [command, first, second] = positionals;
  if (command === "trust") return trust(dataFolder(process.env).pki, first);
  if (command === "mes" && first === undefined) return showMes(dataFolder(process.env));
  if (command === "mes" && first === "accept" && second !== undefined)
    return acceptMes(dataFolder(process.env), second, openHere);
  const isMapping = command === "mapping" && isDirection(first) && second !== undefined;
  const traced = command === "trace" ? subjectOf(first, second) : undefined;
  const isKnown =
    isMapping || traced !== undefined || ["verify", "rebuild", "journal"].includes(command ?? "");
  if (command === undefined || !isKnown) {
    console.error(USAGE);
    return 2;
  }
  const tools = await openHere();
  try {
    if (isMapping) return await exchangeMapping(tools, first, second);
    if (traced !== undefined) return await trace(tools, traced, values.json);
    return await run(command, tools, values.json);
  } finally {
    tools.close();
  }
}

async function trace(tools: StationTools, subject: TraceSubject, asJson: boolean): Promise<number> {
  const found = traceJournal(await tools.journal(), subject);
  if (found === undefined) return printTrace(undefined, subject, asJson);
  const values = await traceValues(found, tools, dataFolder(process.env).root);
  return printTrace({ ...found, values }, subject, asJson);
}

function subjectOf(word: string | undefined, id: string | undefined): TraceSubject | undefined {
  const kind = traceKinds.find((one) => one === word);
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

async function run(command: string, tools: StationTools, asJson: boolean): Promise<number> {
  if (command === "journal") {
    printEntries(await tools.journal(), asJson);
    return 0;
  }
  if (command === "rebuild") {
    await tools.rebuild();
    console.log("The projections were written anew from the journal.");
    return 0;
  }
  const report = await tools.verify();
  printReport(report, asJson);
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const refusal = startRefusal(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(refusal === undefined ? message : `${refusal.refused}\n${refusal.hint}`);
  process.exitCode = 1;
}
