import { describe, expect, test } from "vitest";
import { frameZoom } from "./fit-frame.ts";

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
