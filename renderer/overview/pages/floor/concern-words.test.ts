import { describe, expect, test } from "vitest";
import { languages } from "../../../../shared/domain/people/localized-text.ts";
import type { Attention } from "../../../../shared/protocol/attention.ts";
import { minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { concernWords } from "./concern-words.ts";

const line = { id: "1", stationId: "WS-14", sinceUtc: minutesAgo(3) };
const tool = { workUnit: "CNC-2", toolId: "T4", lifeLimitCycles: 400 };

const told: readonly Attention[] = [
  { kind: "help-call", ...line, category: "maintenance", jobOrderId: "4711" },
  { kind: "maintenance", ...line, ...tool, usedCycles: 1_400 },
  { kind: "tool-warning", ...line, ...tool, usedCycles: 320 },
  {
    kind: "rejected-booking",
    ...line,
    eventType: "order.started",
    jobOrderId: "4711",
    code: "order-cancelled",
  },
  {
    kind: "waiting-bookings",
    ...line,
    eventType: null,
    jobOrderId: "4711",
    code: "depends-on-rejected",
  },
  {
    kind: "waiting-bookings",
    ...line,
    eventType: "pallet.moved",
    jobOrderId: null,
    code: "unknown-type",
  },
  { kind: "forked-journal", ...line, epoch: "e1", seq: 17 },
  { kind: "over-delivery", ...line, jobOrderId: "4711", good: 1_212, plannedQuantity: 1_200, stations: 2 },
];

const concern = (attention: Attention) => ({
  id: attention.id,
  kind: attention.kind,
  machineName: "CNC 2",
  attention,
  order: null,
  sinceUtc: attention.sinceUtc,
});

describe("words under Needs someone", () => {
  test("U24 what the MES tells is said in German", () => {
    const german = intlOf("de");
    const said = (one: Attention) => {
      const { title, detail } = concernWords(german, concern(one), NOW_MS);
      return [title, detail];
    };
    expect(told.map(said)).toEqual([
      ["CNC 2 ruft: Instandhaltung", "Auftrag 4711 an WS-14"],
      ["CNC 2, Werkzeug T4 wechseln", "1.400 von 400 Zyklen verbraucht"],
      ["CNC 2, Werkzeug T4 bald fällig", "noch 80 Zyklen von 400"],
      ["CNC 2, Buchung nicht angenommen", "Auftrag 4711 · Auftrag begonnen: Auftrag storniert"],
      ["CNC 2, Buchungen warten", "Auftrag 4711 · folgt auf eine nicht angenommene Buchung"],
      ["CNC 2, Buchungen warten", "pallet.moved: Art hier nicht bekannt"],
      [
        "CNC 2, Journal weicht ab",
        "Eintrag 17 liegt beiseite, nichts wurde überschrieben; die Station sendet nicht weiter",
      ],
      ["CNC 2: Auftrag 4711 ist überliefert", "2 Stationen zusammen: 1.212 gut, 1.200 geplant"],
    ]);
  });

  test("U24 no line is the same in two languages, and none is without words", () => {
    for (const one of told) {
      const titles = languages.map((language) => concernWords(intlOf(language), concern(one), NOW_MS).title);
      expect(new Set(titles).size).toBe(languages.length);
      expect(titles.filter((title) => title.includes("needs."))).toEqual([]);
    }
  });

  test("what the page sees itself names the order, else the machine", () => {
    const seen = { id: "s", kind: "stopped", machineName: "CNC 2", attention: null } as const;
    const english = intlOf("en");
    const since = { sinceUtc: minutesAgo(3) };
    expect(concernWords(english, { ...seen, ...since, order: "4711 Flange 40" }, NOW_MS)).toEqual({
      title: "CNC 2 stopped",
      detail: "4711 Flange 40",
    });
    expect(concernWords(english, { ...seen, ...since, order: null }, NOW_MS).detail).toBe(
      "Stop without reason, CNC 2",
    );
  });
});
