import { describe, expect, test } from "vitest";
import { MemoryOutbox } from "../testing/memory-outbox.ts";
import { cutBatch } from "./cut-batch.ts";

const outbox = new MemoryOutbox();
for (let count = 0; count < 9; count += 1)
  outbox.append({ payload: JSON.stringify({ note: "ä".repeat(1000) }) });
const entries = outbox.entriesAfter(outbox.currentEpoch(), 0, 100);

describe("cutBatch", () => {
  test("I-18 stays within the bytes, counted as UTF-8", () => {
    const batch = cutBatch(entries, 10_000, Buffer.byteLength);
    const bytes = Buffer.byteLength(JSON.stringify(batch));
    expect(bytes).toBeLessThanOrEqual(10_000);
    const oneMore = Buffer.byteLength(JSON.stringify(entries.slice(0, batch.length + 1)));
    expect(oneMore).toBeGreaterThan(10_000);
  });

  test("I-18 takes all when they fit, and none of none", () => {
    expect(cutBatch(entries, 1_000_000, Buffer.byteLength)).toHaveLength(entries.length);
    expect(cutBatch([], 10, Buffer.byteLength)).toEqual([]);
  });

  test("I-17 one entry that is too large is sent alone rather than never", () => {
    expect(cutBatch(entries.slice(1), 10, Buffer.byteLength)).toHaveLength(1);
  });
});
