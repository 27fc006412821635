import { describe, expect, test } from "vitest";
import { type ViewAction, type ViewState, viewReducer } from "./view-state.ts";

const refused: ViewState = {
  route: "run",
  sheet: { kind: "scrap" },
  notice: { kind: "refused", refusal: { code: "machine-counts", details: {} } },
};

describe("what a screen shows", () => {
  test.each<ViewAction>([
    { type: "went", route: "home" },
    { type: "opened", sheet: { kind: "pause", all: false } },
    { type: "closed-sheet" },
    { type: "acted" },
    { type: "dismissed-notice" },
  ])("the station's refusal stays until the next action: $type", (action) => {
    expect(viewReducer(refused, action).notice).toBeNull();
  });

  test("going elsewhere closes what was open", () => {
    expect(viewReducer(refused, { type: "went", route: "orders" })).toEqual({
      route: "orders",
      sheet: null,
      notice: null,
    });
  });

  test("a notice keeps screen and sheet, so that nothing has to be entered again", () => {
    const next = viewReducer(
      { ...refused, notice: null },
      { type: "noticed", notice: { kind: "no-answer" } },
    );
    expect(next.sheet).toEqual({ kind: "scrap" });
    expect(next.route).toBe("run");
  });
});
