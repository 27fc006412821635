import { type StageOutcome, sum } from "./test-counts.ts";

export interface StageResult extends StageOutcome {
  readonly stage: string;
}

/** Tells what failed by name, the counts of each stage and the sum of all. @returns the exit code */
export function reportResults(results: readonly StageResult[]): number {
  console.log("");
  for (const { stage, failures } of results) {
    for (const failure of failures) console.log(`failed  ${stage}: ${failure}`);
  }
  for (const { stage, counts } of results) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    console.log(`${stage.padEnd(8)}${counts.passed} passed, ${counts.failed} failed${skipped}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}
