import { describe, expect, test } from "vitest";
import type { Language } from "../../../../shared/domain/people/localized-text.ts";
import type { BookingContent } from "../../../../shared/protocol/booking-content.ts";
import { exampleBooking } from "../../testing/examples.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { bookingWords } from "./booking-words.ts";

const said = (language: Language, content: BookingContent, type = "any") =>
  bookingWords(intlOf(language), exampleBooking({ content, type }));

const name = { en: "Burr", de: "Grat", da: "Grat", pl: "Zadzior" };
const burr = { code: "BURR", name };
const scrapped = { kind: "reported", good: 0, scrap: 2, rework: 0, reason: burr } as const;
const withdrawn = { kind: "reversed", good: -24, scrap: -1, rework: 0 } as const;
const above = {
  kind: "measured",
  characteristic: "Dia 40 h7",
  value: "39.990",
  unit: "mm",
  result: "above",
} as const;
const lot = { kind: "loaded", lotId: "88213", itemId: "RING-40", quantity: "1200", unit: "" } as const;

describe("words of a booking", () => {
  test.each<[BookingContent, Readonly<Record<Language, string>>]>([
    [
      { kind: "counted", quantity: 1_200 },
      {
        en: "Machine counted 1,200",
        de: "Maschine zählte 1.200",
        da: "Maskinen talte 1.200",
        pl: "Maszyna policzyła 1200",
      },
    ],
    [
      { kind: "paused", reason: burr },
      { en: "Paused: Burr", de: "Unterbrochen: Grat", da: "Pause: Grat", pl: "Przerwa: Zadzior" },
    ],
    [
      { kind: "finished", good: 598, scrap: 2, rework: 0 },
      {
        en: "Finished with 598 good, 2 scrap",
        de: "Beendet mit 598 gut, 2 Ausschuss",
        da: "Afsluttet med 598 gode, 2 kasserede",
        pl: "Zakończono: 598 dobrych, 2 braki",
      },
    ],
    [
      scrapped,
      { en: "2 scrap, Burr", de: "2 Ausschuss, Grat", da: "2 kasserede, Grat", pl: "2 braki, Zadzior" },
    ],
    [
      {
        kind: "reported",
        good: 0,
        scrap: 0,
        rework: 4,
        reason: burr,
        reworkTo: { operation: "10", jobOrderId: "P-900-R5E0A4C12B77F" },
      },
      {
        en: "4 rework, Burr; back to operation 10, order P-900-R5E0A4C12B77F",
        de: "4 Nacharbeit, Grat; zurück an Arbeitsgang 10, Auftrag P-900-R5E0A4C12B77F",
        da: "4 til omarbejde, Grat; tilbage til operation 10, ordre P-900-R5E0A4C12B77F",
        pl: "4 poprawki, Zadzior; z powrotem do operacji 10, zlecenie P-900-R5E0A4C12B77F",
      },
    ],
    [
      withdrawn,
      {
        en: "Taken back: 24 good, 1 scrap",
        de: "Zurückgenommen: 24 gut, 1 Ausschuss",
        da: "Trukket tilbage: 24 gode, 1 kasseret",
        pl: "Cofnięto: 24 dobre, 1 brak",
      },
    ],
    [
      above,
      {
        en: "Dia 40 h7 39.990 mm, too large",
        de: "Dia 40 h7 39,990 mm, zu groß",
        da: "Dia 40 h7 39,990 mm, for stor",
        pl: "Dia 40 h7 39,990 mm, za duży",
      },
    ],
    [
      { kind: "withdrawn", characteristic: "Dia 40 h7" },
      {
        en: "Dia 40 h7, value taken back",
        de: "Dia 40 h7, Wert zurückgenommen",
        da: "Dia 40 h7, værdi trukket tilbage",
        pl: "Dia 40 h7, wartość cofnięta",
      },
    ],
    [
      { kind: "defect", defect: burr, quantity: 2, disposition: "hold" },
      {
        en: "2 × Burr, hold",
        de: "2 × Grat, sperren",
        da: "2 × Grat, spærret",
        pl: "2 × Zadzior, wstrzymać",
      },
    ],
    [
      lot,
      {
        en: "Lot 88213 of RING-40, 1,200",
        de: "Los 88213 von RING-40, 1.200",
        da: "Parti 88213 af RING-40, 1.200",
        pl: "Partia 88213 wyrobu RING-40, 1200",
      },
    ],
  ])("U24 %j is said in the reader's language", (content, words) => {
    for (const [language, sentence] of Object.entries(words))
      expect(said(language as Language, content)).toBe(sentence);
  });

  test("CR-10 a corrected time is told with the one that was recorded", () => {
    const times = { recordedUtc: "2026-11-22T10:40:00.000Z", correctedUtc: "2026-11-22T10:05:00.000Z" };
    const line = said("en", { kind: "time-corrected", of: "order.paused", ...times });
    const clock = (utc: string) =>
      new Date(utc).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    expect(line).toContain(clock(times.correctedUtc));
    expect(line).toContain(`recorded ${line.includes("Sun") ? "Sun " : ""}`);
    expect(line).toContain(clock(times.recordedUtc));
  });

  test("SE-18 a time moved by seconds within its minute is told with them", () => {
    const times = { recordedUtc: "2026-11-22T10:40:05.000Z", correctedUtc: "2026-11-22T10:40:12.000Z" };
    expect(said("en", { kind: "time-corrected", of: "order.paused", ...times })).toMatch(
      /:12 \(recorded .*:05\)/,
    );
  });

  test("U24 an event without values is said by its name; a kind this page does not know by its own", () => {
    expect(said("de", { kind: "plain" }, "order.started")).toBe("Auftrag begonnen");
    expect(said("de", { kind: "plain" }, "pallet.moved")).toBe("pallet.moved");
  });

  test("a booking of nothing says so", () => {
    expect(said("en", { kind: "reported", good: 0, scrap: 0, rework: 0, reason: null })).toBe("nothing");
  });
});
