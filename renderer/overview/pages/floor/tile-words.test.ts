import { describe, expect, test } from "vitest";
import { exampleTile, minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { conditionAge, freshnessWords, tileNote, wideTileLines } from "./tile-words.ts";

const english = intlOf("en");
const live = { nowMs: NOW_MS, staleSinceUtc: null };

describe("words of a tile", () => {
  test("it says what the machine works on, or why it does not", () => {
    const reason = { code: "P-TOOL", name: { en: "Tool change" } };
    expect(tileNote(english, exampleTile())).toBe("4711 Flange 40");
    expect(tileNote(english, exampleTile({ orderState: "paused", pauseReason: reason }))).toBe(
      "Paused: Tool change",
    );
    const idle = { orderState: null, jobOrderId: null, itemName: null, plannedQuantity: null };
    expect(tileNote(english, exampleTile({ ...idle, machineState: "stopped" }))).toBe("No order");
    expect(tileNote(english, exampleTile(idle))).toBe("Runs without an order");
  });

  test("3.1 with room for two lines a resting order keeps its name beside the reason", () => {
    const reason = { code: "P-TOOL", name: { en: "Tool change" } };
    const order = "4711 Flange 40";
    expect(wideTileLines(english, exampleTile())).toEqual({ above: null, note: order });
    expect(wideTileLines(english, exampleTile({ orderState: "paused", pauseReason: reason }))).toEqual({
      above: "Paused: Tool change",
      note: order,
    });
    expect(wideTileLines(english, exampleTile({ online: false }))).toEqual({
      above: "Last: running",
      note: order,
    });
  });

  test("3.1 offline keeps the last state and count, and shows the age of the contact", () => {
    const tile = exampleTile({ online: false, lastContactUtc: minutesAgo(6) });
    expect(tileNote(english, tile)).toBe("Last: running, 412 of 600");
    expect(conditionAge(english, tile, NOW_MS)).toBe("6 min");
    expect(freshnessWords(english, tile, live)).toMatch(/^last contact .*, 6 min ago$/);
  });

  test("3.1 the age of the data is said in every case", () => {
    expect(freshnessWords(english, exampleTile({ lastEventUtc: minutesAgo(3) }), live)).toBe(
      "last event 3 min ago",
    );
    expect(freshnessWords(english, exampleTile({ lastEventUtc: null }), live)).toBe("no event yet");
    expect(freshnessWords(english, exampleTile({ online: false, lastContactUtc: null }), live)).toBe(
      "Never in contact yet",
    );
    const stale = { nowMs: NOW_MS, staleSinceUtc: minutesAgo(2) };
    expect(freshnessWords(english, exampleTile(), stale)).toMatch(/^as of .*, 2 min old$/);
  });
});
