import { describe, expect, test } from "vitest";
import { fitFrame, frameZoom } from "./fit-frame.ts";

describe("frame zoom", () => {
  test.each([
    [1280, 768, 1],
    [1280, 800, 1],
    [1366, 768, 1],
    [1920, 1080, 1.406],
    [1024, 768, 0.8],
    [320, 200, 0.5],
  ])("%d x %d shows the frame at %d", (widthPx, heightPx, zoom) => {
    expect(frameZoom(widthPx, heightPx)).toBe(zoom);
  });
});

test("a window that gets its size after the page was loaded is fitted then", () => {
  const zooms: string[] = [];
  const size = { innerWidth: 0, innerHeight: 0 };
  let resized = () => {};
  class Observer {
    constructor(tell: () => void) {
      resized = tell;
    }
    observe(): void {}
  }
  const frame = { style: { setProperty: (_name: string, zoom: string) => zooms.push(zoom) } };
  const view = Object.assign(size, { document: { documentElement: "page" }, ResizeObserver: Observer });
  fitFrame(frame, view);
  expect(zooms).toEqual([]);
  Object.assign(size, { innerWidth: 1280, innerHeight: 768 });
  resized();
  expect(zooms).toEqual(["1"]);
});
