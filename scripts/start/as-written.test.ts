import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { asWritten } from "./as-written.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "takt written "));
});
afterAll(() => rmSync(folder, { recursive: true }));

const anything = z.looseObject({});

describe("what a person left in a file of the trial station", () => {
  test("is kept as it is, with or without the mark of Windows", () => {
    const file = join(folder, "marked.json");
    writeFileSync(file, '\uFEFF{"logLevel":"debug"}\r\n');
    expect(asWritten(file, anything)).toEqual({ logLevel: "debug" });
    expect(asWritten(join(folder, "none.json"), anything)).toBeUndefined();
  });

  test.each(['{\n"logLevel": "debug",\n}', "[]", ""])("is not written over when it is broken: %j", (text) => {
    const file = join(folder, "broken.json");
    writeFileSync(file, text);
    expect(() => asWritten(file, anything)).toThrow(/broken\.json .*Correct the file/);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
