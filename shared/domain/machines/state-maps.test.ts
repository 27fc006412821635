import { describe, expect, test } from "vitest";
import {
  machineryModes,
  machineryStates,
  machineToolChannelStates,
  machineToolModes,
  packMlModes,
  packMlStates,
  weihenstephanStates,
} from "./state-maps.ts";

const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
const byNumber = (map: object): readonly string[] =>
  Object.keys(map).sort((left, right) => Number(left) - Number(right));

describe("state maps", () => {
  test("MM-3 every number of its standard is in a map, and no other", () => {
    expect(byNumber(packMlStates)).toEqual(range(1, 19));
    expect(byNumber(packMlModes)).toEqual(range(1, 3));
    expect(byNumber(machineryStates)).toEqual(range(0, 3));
    expect(byNumber(machineryModes)).toEqual(range(0, 3));
    expect(byNumber(machineToolModes)).toEqual(range(0, 4));
    expect(byNumber(machineToolChannelStates)).toEqual(range(0, 2));
    expect(byNumber(weihenstephanStates)).toEqual(Array.from({ length: 16 }, (_, bit) => String(2 ** bit)));
  });

  test("MM-3 only what makes pieces is running", () => {
    const running = (map: object) => byNumber(map).filter((key) => Reflect.get(map, key) === "running");
    expect(running(packMlStates)).toEqual(["6", "16", "18"]);
    expect(running(machineryStates)).toEqual(["3"]);
    expect(running(weihenstephanStates)).toEqual(["128"]);
  });
});
