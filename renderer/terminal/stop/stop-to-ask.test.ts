import { describe, expect, test } from "vitest";
import { demoPlant } from "../fixtures/demo-plant.ts";
import { stoppedLathe } from "../fixtures/stopped-lathe.ts";
import { stopToAsk } from "./stop-to-ask.ts";

const stood = { ...demoPlant, machine: stoppedLathe };
const { stop } = stoppedLathe;
if (stop === null) throw new Error("The stopped lathe has no stop");
const home = { route: "home", sheet: null } as const;
const nobody = new Set<string>();

describe("the question for a reason", () => {
  test("MS-17 opens by itself over a bare screen, once for each stop", () => {
    expect(stopToAsk(stood, home, nobody)).toBe(stop.stopId);
    expect(stopToAsk(stood, home, new Set([stop.stopId]))).toBeNull();
  });

  test.each([
    ["a running machine", demoPlant, home],
    [
      "a stop that may still be a micro-stop",
      { ...stood, machine: { ...stoppedLathe, stop: { ...stop, asksReason: false } } },
      home,
    ],
    ["an open pad", stood, { route: "run", sheet: { kind: "pad" } }],
    ["the sign-in screen", stood, { route: "sign-in", sheet: null }],
    ["a defect that is being described", stood, { route: "defect", sheet: null }],
    ["the assistant for a new machine", stood, { route: "commissioning", sheet: null }],
    ["nobody to answer", { ...stood, people: { ...stood.people, signedIn: [] } }, home],
  ] as const)("MS-17 does not open over %s", (_what, model, view) => {
    expect(stopToAsk(model, view, nobody)).toBeNull();
  });
});
