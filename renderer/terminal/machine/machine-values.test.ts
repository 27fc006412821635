import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { catalogs } from "../text/catalog.ts";
import type { Text } from "../text/use-text.ts";
import { activeAlarms } from "./active-alarms.ts";
import { askedValues, otherValues, trendedValues } from "./pick-values.ts";
import { activeWords } from "./use-alarm-words.ts";

const value = (over: Partial<LiveValueView>): LiveValueView => ({
  signalId: "load",
  name: "Load",
  meaning: "measure",
  unit: "P1",
  value: 41.2,
  limits: null,
  quality: "good",
  atUtc: null,
  ...over,
});

describe("values of a machine", () => {
  test("an alarm is active while it is true, not 0 or not empty, and never on a bad value", () => {
    const alarm = (over: Partial<LiveValueView>) => value({ meaning: "alarm", ...over });
    expect(activeAlarms([alarm({ value: 1 }), alarm({ value: "Chips" })])).toHaveLength(2);
    const quiet = [alarm({ value: 0 }), alarm({ value: "" }), alarm({ value: null }), value({ value: 1 })];
    expect(activeAlarms([...quiet, alarm({ value: 1, quality: "bad" })])).toEqual([]);
  });

  test("numbers that are measured have a line; the programme stands before what has no line on this page", () => {
    const load = value({});
    const program = value({ signalId: "program", meaning: "program", value: "O1234" });
    const speed = value({ signalId: "speed", meaning: "speed", value: 1_850 });
    const all = [load, speed, program];
    expect(trendedValues(all)).toEqual([load, speed]);
    expect(otherValues(all, [load])).toEqual([program, speed]);
  });

  test("as many lines as the station reads at once are asked for together, else those of the page", () => {
    const eight = Array.from({ length: 8 }, (_, index) => value({ signalId: `s${index}` }));
    const page = eight.slice(0, 3);
    expect(askedValues(eight, page)).toEqual(eight);
    expect(askedValues([...eight, value({ signalId: "s8" })], page)).toEqual(page);
  });
});

test("an alarm of a machine that gives no time is active, and not for half a century", () => {
  const intl = createIntl({ locale: "en", messages: catalogs.en });
  const t: Text = (id, values) => intl.formatMessage({ id }, values);
  const nowMs = Date.parse("2026-06-10T08:42:10.000Z");
  expect(activeWords(value({ atUtc: null }), nowMs, t)).toBe("active");
  expect(activeWords(value({ atUtc: "2026-06-10T08:40:00.000Z" }), nowMs, t)).toBe("active 2 min");
});
