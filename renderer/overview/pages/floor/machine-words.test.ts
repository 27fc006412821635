import { describe, expect, test } from "vitest";
import { machineStates } from "../../../../shared/domain/machines/machine-state.ts";
import { signalGapCauses } from "../../../../shared/protocol/signal-messages.ts";
import { minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { intlOf } from "../../testing/intl-of.ts";
import { machineLooks } from "./machine-look.ts";
import { gapWords, machineStateWords, speedAndGap, speedWords, stateCounts } from "./machine-words.ts";

const languages = ["en", "de", "da", "pl"] as const;
const english = intlOf("en");

describe("words of a machine", () => {
  test("RU-8 the seven states are seven words in every language", () => {
    for (const language of languages) {
      const intl = intlOf(language);
      const words = machineStates.map(
        (state) => machineStateWords(intl, { state, stateSinceUtc: null }, NOW_MS).word,
      );
      expect(new Set(words).size).toBe(machineStates.length);
    }
    expect(Object.keys(machineLooks)).toEqual([...machineStates]);
  });

  test("RU-8 a gap says when, how long and why; one that lasts grows", () => {
    const gap = { fromUtc: minutesAgo(10), toUtc: minutesAgo(8), cause: "disconnected" } as const;
    expect(gapWords(english, gap, NOW_MS)).toMatch(/^Gap \d\d:50, 2 min: connection lost$/);
    expect(gapWords(english, { ...gap, toUtc: null }, NOW_MS)).toMatch(
      /^Gap since \d\d:50, 10 min: connection lost$/,
    );
    expect(gapWords(english, null, NOW_MS)).toBe("no gap");
    for (const language of languages) {
      const words = signalGapCauses.map((cause) => gapWords(intlOf(language), { ...gap, cause }, NOW_MS));
      expect(new Set(words).size).toBe(signalGapCauses.length);
    }
  });

  test("RU-7 a speed has its unit, and its age when it is not of now", () => {
    const speed = { kind: "pieces-per-minute", value: 6.24, unit: "", atUtc: minutesAgo(1) } as const;
    expect(speedWords(english, speed, NOW_MS)).toBe("6.2 pcs/min");
    expect(speedWords(intlOf("de"), speed, NOW_MS)).toBe("6,2 Stück/min");
    expect(speedWords(english, { ...speed, atUtc: minutesAgo(6) }, NOW_MS)).toBe("6.2 pcs/min, 6 min ago");
    const spindle = { ...speed, kind: "measured", value: 2400.4, unit: "/min" } as const;
    expect(speedWords(english, spindle, NOW_MS)).toBe("2,400 /min");
    expect(speedWords(english, null, NOW_MS)).toBeNull();
  });

  test("RU-8 in one line: speed and last gap; a gap that lasts stands for the speed it hides", () => {
    const machine = { machineId: "m", name: "Saw", state: "running", stateSinceUtc: null } as const;
    const speed = { kind: "pieces-per-minute", value: 6, unit: "", atUtc: minutesAgo(1) } as const;
    expect(speedAndGap(english, { ...machine, speed, lastGap: null }, NOW_MS)).toBe("6 pcs/min · no gap");
    const lastGap = { fromUtc: minutesAgo(10), toUtc: null, cause: "disconnected" } as const;
    expect(speedAndGap(english, { ...machine, speed: null, lastGap }, NOW_MS)).toMatch(/^Gap since/);
  });

  test("RU-8 many machines are counted in words, what someone should look at first", () => {
    const states = ["running", "no-data", "running", "fault", null] as const;
    const machines = states.map((state, index) => ({
      ...{ machineId: `m${index}`, name: "", state, stateSinceUtc: null, speed: null, lastGap: null },
    }));
    expect(stateCounts(english, machines)).toBe("Fault\u00a01 · No data\u00a02 · Running\u00a02");
  });
});
