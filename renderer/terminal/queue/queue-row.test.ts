import { describe, expect, test } from "vitest";
import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { primaryRowId, rowAction } from "./queue-row.ts";

const row = (jobOrderId: string, over: Partial<QueueRow> = {}): QueueRow => ({
  jobOrderId,
  itemName: "Flange 40",
  operation: "30 Turn",
  reworkFor: null,
  planned: 600,
  good: 0,
  elsewhere: null,
  dueUtc: "2026-06-10T14:00:00Z",
  state: "released",
  readiness: [],
  materialCount: 3,
  mayRunTogether: false,
  ...over,
});

const blocked = {
  readiness: [{ resource: "release", state: "blocked", code: "blocked-by-planner", about: "Hold Q-118" }],
} as const;

describe("order queue", () => {
  test("a blocked order says why before it is started, not after", () => {
    expect(rowAction(row("4698", blocked), null)).toBe("why");
  });

  test("a released order starts, a paused one resumes, the active one opens", () => {
    expect(rowAction(row("4712"), "4711")).toBe("start");
    expect(rowAction(row("4712", { state: "paused" }), "4711")).toBe("resume");
    expect(rowAction(row("4711", { state: "paused" }), "4711")).toBe("open");
  });

  test("exactly one key stands out, whatever the rows are", () => {
    expect(primaryRowId([row("4711", { state: "running" }), row("4712")], "4711")).toBe("4712");
    expect(primaryRowId([row("4698", blocked), row("4711", { state: "running" })], "4711")).toBe("4711");
    expect(primaryRowId([row("4698", blocked)], null)).toBe("4698");
    expect(primaryRowId([], null)).toBeNull();
  });
});
