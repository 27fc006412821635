import { describe, expect, test } from "vitest";
import type { Deed } from "../deed.ts";
import {
  activityOfPackingLine,
  newPackingLine,
  type PackingLine,
  performOnPackingLine,
  stepPackingLine,
} from "./packing-line.ts";

function lived(line: PackingLine, ms: number, look: (line: PackingLine) => void = () => undefined) {
  let now = line;
  for (let passed = 0; passed < ms; passed += 100) {
    now = stepPackingLine(now, 100);
    look(now);
  }
  return now;
}

function done(line: PackingLine, deed: Deed): PackingLine {
  const result = performOnPackingLine(line, deed);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const quiet = () => done(newPackingLine(1), { kind: "chance", isOn: false });

describe("packing line", () => {
  test("U6 four packs at a time; the counter of 16 bits rolls over, what was made does not", () => {
    const counts: number[] = [];
    const after = lived(quiet(), 900_000, ({ packCount }) => {
      if (packCount !== counts.at(-1)) counts.push(packCount);
    });
    const deltas = counts.slice(1).map((count, index) => (count - (counts[index] ?? 0) + 65_536) % 65_536);
    expect(new Set(deltas)).toEqual(new Set([4]));
    expect(counts.some((count, index) => count < (counts[index - 1] ?? 0))).toBe(true);
    expect(after.made).toBe(4 * (counts.length - 1));
  });

  test("a box is a pulse: as many rises as boxes, and each box holds what was not rejected", () => {
    let rises = 0;
    let wasSeen = false;
    const after = lived(quiet(), 600_000, ({ boxPulseLeftMs }) => {
      const isSeen = boxPulseLeftMs > 0;
      if (isSeen && !wasSeen) rises += 1;
      wasSeen = isSeen;
    });
    expect(rises).toBe(after.boxCount);
    expect(after.boxCount * 24 + after.packsInBox).toBe(after.made - after.scrap);
  });

  test("the film runs out: it is set up anew and goes on", () => {
    const seen = new Set<string>();
    const after = lived({ ...quiet(), strokesOfFilm: 10 }, 180_000, (line) =>
      seen.add(activityOfPackingLine(line)),
    );
    expect(seen).toEqual(new Set(["running", "set-up"]));
    expect(after.strokesOfFilm).toBeGreaterThan(1_000);
  });

  test("by chance it starves, is blocked, breaks down, and always comes back", () => {
    const seen = new Set<string>();
    const after = lived(newPackingLine(3), 16 * 3_600_000, (line) => seen.add(activityOfPackingLine(line)));
    expect(seen).toEqual(new Set(["running", "starved", "blocked", "fault", "set-up", "break"]));
    expect(after.made).toBeGreaterThan(80_000);
  });
});
