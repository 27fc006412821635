import { describe, expect, test } from "vitest";
import { jobOrderMoves, jobOrderStates, moveJobOrder } from "./job-order-table.ts";

const ENDED = ["finished", "aborted"] as const;
const BEGUN = ["setting-up", "running", "paused", "held"] as const;

/** The table as people read it: one line per state, moves in the order of `jobOrderMoves`; "-" stays, "!" refused. */
const asRead = {
  stored: "- allowed ! ! ! ! ! ! - ! revoked",
  allowed: "- - setting-up running ! ! ! ! stored ! revoked",
  "setting-up": "- - ! running paused ! finished finished held aborted held",
  running: "- - setting-up ! paused ! finished finished held aborted held",
  paused: "- - setting-up ! ! running finished finished held aborted held",
  held: "- - setting-up ! ! running finished finished - aborted -",
  finished: "! ! ! ! ! ! ! ! ! ! !",
  aborted: "! ! ! ! ! ! ! ! ! ! !",
  revoked: "stored ! ! ! ! ! ! ! ! ! -",
} as const;

describe("OR-1 states and moves of a job order", () => {
  test.each(jobOrderStates)("OR-1 %s", (state) => {
    const line = jobOrderMoves.map((move) => {
      const moved = moveJobOrder(state, move);
      if (!moved.ok) return "!";
      return moved.value === state ? "-" : moved.value;
    });
    expect(line.join(" ")).toBe(asRead[state]);
  });

  test("OR-2 no move leads out of an ended order: a finished order is never opened again", () => {
    const allowed = ENDED.flatMap((state) => jobOrderMoves.filter((move) => moveJobOrder(state, move).ok));
    expect(allowed).toEqual([]);
  });

  test("OR-3 nothing the planner does ends an order that was begun", () => {
    for (const state of BEGUN)
      for (const move of ["store", "allow", "hold", "revoke"] as const) {
        const moved = moveJobOrder(state, move);
        expect(moved.ok && [...BEGUN].includes(moved.value as (typeof BEGUN)[number])).toBe(true);
      }
  });

  test("OR-1 each refusal of a state says what that state is", () => {
    const codes = new Set(
      jobOrderStates.flatMap((state) =>
        jobOrderMoves.flatMap((move) => {
          const moved = moveJobOrder(state, move);
          return moved.ok ? [] : [moved.refusal];
        }),
      ),
    );
    expect(codes).toEqual(
      new Set([
        "order-aborted",
        "order-already-finished",
        "order-already-running",
        "order-blocked",
        "order-cancelled",
        "order-in-set-up",
        "order-not-in-set-up",
        "order-not-paused",
        "order-not-running",
        "order-not-started",
      ]),
    );
  });
});
