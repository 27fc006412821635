import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputsOfSignal, type SignalValue } from "./inputs-of-signal.ts";
import { type SignalMapping, signalMappingSchema } from "./mapping.ts";
import { machineryModes, packMlStates } from "./state-maps.ts";

const signal = (rest: object): SignalMapping =>
  signalMappingSchema.parse({ signalId: "s", node: "nsu=urn:x;s=s", ...rest });
const of = (mapping: SignalMapping, value: SignalValue["value"], statusCode = 0) =>
  inputsOfSignal(mapping, { value, statusCode }, 1_000);

const state = signal({ meaning: "state", stateMap: packMlStates });
const running = signal({ meaning: "state", stateMap: { true: "running", false: "stopped" } });
const faultBit = signal({ meaning: "state", stateMap: { true: "fault", false: "no-opinion" } });
const text = signal({ meaning: "state", stateMap: { AUTO: "running" } });

describe("what a value says", () => {
  test.each([
    ["a PackML number", state, 6, "running"],
    ["a number as text", state, "6", "running"],
    ["a plain tag", running, false, "stopped"],
    ["a fault bit that is off", faultBit, false, "no-opinion"],
    ["a word", text, "AUTO", "running"],
    ["a word that nobody mapped", text, "MANUAL", "no-data"],
    ["a fraction", state, 6.5, "no-data"],
    ["a name that every object has", state, "constructor", "no-data"],
    ["nothing", state, null, "no-data"],
  ] as const)("MM-4 %s", (_what, mapping, value, says) => {
    expect(of(mapping, value)).toMatchObject([{ kind: "said", says }]);
  });

  test("MM-4 U5 a state of bad or uncertain quality is no data, whatever its value", () => {
    for (const statusCode of [0x80310000, 0x40000000]) {
      expect(of(state, 6, statusCode)).toMatchObject([{ says: "no-data", raw: null }]);
    }
  });

  test("U5 what no database and no screen can hold is taken out of a machine's words", () => {
    const alarm = signal({ meaning: "alarm" });
    expect(of(text, "A\u0000B\nC")).toMatchObject([{ says: "no-data", raw: "A B C" }]);
    expect(of(alarm, "Door\u0000open\ud800")).toMatchObject([{ reading: { text: "Door open\ufffd" } }]);
    expect(of(signal({ meaning: "program" }), "\u202eO4711")).toMatchObject([{ reading: { text: "O4711" } }]);
  });

  test("MM-5 a mode that is not mapped, or bad, leaves the mode as it is", () => {
    const mode = signal({ meaning: "mode", modeMap: machineryModes });
    expect(of(mode, 2)).toMatchObject([{ kind: "mode", mode: "set-up" }]);
    expect(of(mode, 99)).toMatchObject([{ kind: "heard" }]);
    expect(of(mode, 2, 0x80310000)).toMatchObject([{ kind: "heard" }]);
  });

  test.each([
    [true, true],
    [2041, true],
    ["Chip conveyor", true],
    [false, false],
    [0, false],
    ["", false],
  ])("MM-6 an alarm of %j is active: %s", (value, isActive) => {
    const alarm = signal({ meaning: "alarm", name: "Chips" });
    expect(of(alarm, value)).toMatchObject([{ kind: "cause", reading: { name: "Chips", isActive } }]);
  });

  test("MM-6 a measured value is kept as people read it: scaled, rounded, with its unit", () => {
    const load = signal({ meaning: "measure", unit: "kN", scale: 0.1 });
    expect(of(load, 1234.5678)).toMatchObject([{ reading: { kind: "value", text: "123.457 kN" } }]);
  });

  test("MM-4 U5 no value at all is ever thrown at", () => {
    const mappings = [state, text, signal({ meaning: "alarm" }), signal({ meaning: "measure", scale: 2 })];
    fc.assert(
      fc.property(
        fc.constantFrom(...mappings),
        fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null)),
        fc.nat({ max: 0xffff_ffff }),
        (mapping, value, statusCode) => {
          expect(of(mapping, value, statusCode)).toHaveLength(1);
        },
      ),
    );
  });
});
