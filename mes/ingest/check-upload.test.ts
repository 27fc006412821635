import { describe, expect, test } from "vitest";
import type { Upload } from "../../shared/protocol/messages.ts";
import { createStationJournal, reseal, sha256, uploadOf } from "../testing/station-journal.ts";
import { checkUpload } from "./check-upload.ts";

function threeEntries(): Upload {
  const journal = createStationJournal();
  for (const count of [1, 2, 3]) journal.record("parts.counted", { count });
  return journal.upload();
}

function withEntry(upload: Upload, index: number, change: Partial<Upload["events"][number]>): Upload {
  const events = upload.events.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
  return { ...upload, events };
}

describe("a batch that is not whole in itself", () => {
  test("I-7 a whole batch has no fault", () => {
    expect(checkUpload(threeEntries(), sha256)).toBeUndefined();
  });

  test("I-5 a hole between two entries", () => {
    const { epoch, events } = threeEntries();
    const holed = uploadOf(
      epoch,
      events.filter((entry) => entry.seq !== 2),
    );
    expect(checkUpload(holed, sha256)).toBe("events[2]: seq 3 follows 1");
  });

  test("I-5 the first entry does not follow afterSeq", () => {
    expect(checkUpload({ ...threeEntries(), afterSeq: 7 }, sha256)).toContain("seq 1 follows 7");
  });

  test("I-5 seq 1 follows anything but the genesis hash", () => {
    expect(checkUpload({ ...threeEntries(), afterHash: "a".repeat(64) }, sha256)).toContain("genesis");
  });

  test("I-4 an entry of another epoch", () => {
    const upload = threeEntries();
    const other = "01932b7a-0000-7000-8000-00000000000f";
    const fault = checkUpload(withEntry(upload, 1, { epoch: other }), sha256);
    expect(fault).toContain(`epoch ${other} in a batch of epoch ${upload.epoch}`);
  });

  test("I-4 one event id twice", () => {
    const journal = createStationJournal();
    const { eventId } = journal.record("order.resumed", {});
    journal.record("order.resumed", {}, { eventId });
    expect(checkUpload(journal.upload(), sha256)).toContain("appears twice");
  });

  test("I-7 a link to something else than the entry before", () => {
    const upload = threeEntries();
    const third = upload.events[2];
    if (third === undefined) throw new Error("three entries expected");
    const relinked = reseal({ ...third, prevHash: "b".repeat(64) });
    const fault = checkUpload(withEntry(upload, 2, relinked), sha256);
    expect(fault).toBe("events[2]: prevHash is not the hash of seq 2");
  });

  const columns = [
    ["payload", '{"count":22}'],
    ["atUtc", "2026-11-22T08:00:09.000Z"],
    ["actor", "P-9999"],
    ["jobOrder", "4712"],
    ["version", 2],
    ["monoNs", "1"],
    ["intentId", "another"],
    ["type", "order.resumed"],
    ["auth", "pin"],
    ["workUnit", "CNC-3"],
    ["mesOffsetMs", 5],
    ["bootId", "boot-2"],
    ["clockState", "unknown"],
  ] as const;

  test.each(columns)("I-7 a changed %s breaks the hash", (column, value) => {
    const fault = checkUpload(withEntry(threeEntries(), 1, { [column]: value }), sha256);
    expect(fault).toBe("events[1]: hash does not match the content");
  });

  test.each([
    ["a NUL character", "a\u0000b"],
    ["half a surrogate pair", "a\ud800b"],
  ])("I-16 text with %s is refused before the database chokes on it", (_, intentId) => {
    const upload = threeEntries();
    const [first] = upload.events;
    if (first === undefined) throw new Error("an entry expected");
    const sealed = uploadOf(upload.epoch, [reseal({ ...first, intentId })]);
    expect(checkUpload(sealed, sha256)).toContain("NUL character or half a character");
  });
});
