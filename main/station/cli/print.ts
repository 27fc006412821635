import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { VerifyReport } from "../diagnostics/verify-store.ts";

export function printReport(report: VerifyReport, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(report));
    return;
  }
  if (report.ok) {
    console.log(`Verified: ${report.events} entries, epoch ${report.epoch}, last entry ${report.seq}.`);
    console.log("The hash chain is whole, nothing was rolled back, the projections equal the journal.");
    return;
  }
  console.error(`NOT in order, ${report.differences.length} difference(s):`);
  for (const { check, where, what } of report.differences) console.error(`  ${check}  ${where}: ${what}`);
}

export function printEntries(entries: readonly JournalEntry[], asJson: boolean): void {
  for (const entry of entries) {
    if (asJson) console.log(JSON.stringify(entry));
    else
      console.log(
        `${entry.seq}\t${entry.atUtc}\t${entry.type}\t${entry.actor ?? "-"}\t${entry.jobOrder ?? "-"}\t${entry.payload}`,
      );
  }
}
