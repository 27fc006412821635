import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogs } from "./catalog.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

function textOf(...patterns: readonly string[]): string {
  const files = globSync(patterns, { cwd: ROOT }).filter((file) => !file.includes(".test."));
  return files.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
}

/** What the screens ask for a text by, and where the names come from that fill in such an asking. */
const screens = textOf("renderer/terminal/**/*.{ts,tsx}");
const names = `${screens}\n${textOf("shared/**/*.ts", "main/station/screen/*.ts")}`;

/** Beginnings of keys whose last part is filled in: `refusal.${code}`. */
const beginnings = [
  ...new Set([...screens.matchAll(/`([a-z][a-z.-]*)\$\{[^}]*\}`/g)].map(([, start]) => start)),
];

/** Named in full, or by a beginning and a name that something of the product still bears. */
function isUsed(key: string): boolean {
  if (screens.includes(`"${key}"`)) return true;
  return beginnings.some(
    (start = "") => key.startsWith(start) && names.includes(`"${key.slice(start.length)}"`),
  );
}

describe("texts of the screens", () => {
  test("none is left that no screen says", () => {
    expect(Object.keys(catalogs.en).filter((key) => !isUsed(key))).toEqual([]);
  });

  test("a key that nothing names is noticed, also under a beginning that is filled in", () => {
    expect(beginnings).toContain("refusal.");
    expect(isUsed("refusal.wrong-pin")).toBe(true);
    expect(isUsed("refusal.never-given")).toBe(false);
    expect(isUsed("home.nowhere")).toBe(false);
  });
});
