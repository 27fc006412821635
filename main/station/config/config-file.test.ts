import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ConfigError, parseConfigFile, readIfThere, readSecret } from "./config-file.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "takt-secrets-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function secretOf(content: string | Uint8Array): string {
  const file = join(folder, "m1.password");
  writeFileSync(file, content);
  return readSecret(file);
}

describe("a secret in a file", () => {
  test.each([
    ["as the panel writes it", "Schlüßel zażółć\n"],
    ["with the mark and line ends of Windows", "\uFEFFSchlüßel zażółć\r\n"],
    ["without any line end", "Schlüßel zażółć"],
  ])("MM-12 %s is read as it was meant", (_how, content) => {
    expect(secretOf(content)).toBe("Schlüßel zażółć");
  });

  test("MM-12 spaces are part of a password", () => {
    expect(secretOf(" right \n")).toBe(" right ");
  });

  test("MM-12 another encoding is refused in words, and not read as other letters", () => {
    expect(() => secretOf(Buffer.from("Schlüßel", "latin1"))).toThrow(/not written in UTF-8/);
    expect(() => secretOf("\r\n")).toThrow(ConfigError);
  });
});

describe("a file that people write", () => {
  test("is read with the mark that editors on Windows put before it", () => {
    const file = join(folder, "marked.json");
    writeFileSync(file, '\uFEFF{"name":"Dreherei Süd"}');
    const read = parseConfigFile(readIfThere(file) ?? "", file, z.strictObject({ name: z.string() }));
    expect(read).toEqual({ name: "Dreherei Süd" });
  });

  test.each([
    ["UTF-16 with a mark", Buffer.from('\uFEFF{"a":1}', "utf16le")],
    ["UTF-16 without one", Buffer.from('{"a":1}', "utf16le")],
    ["Latin-1", Buffer.from('{"name":"Süd"}', "latin1")],
  ])("in %s is refused, and not read as other letters", (_how, bytes) => {
    const file = join(folder, "other.json");
    writeFileSync(file, bytes);
    expect(() => readIfThere(file)).toThrow(`${file} is not written in UTF-8. Save it in that encoding`);
  });

  test("that cannot be read is refused with the reason, and never taken for an absent one", () => {
    const loop = join(folder, "loop.json");
    symlinkSync(loop, loop);
    const nowhere = join(folder, "nowhere.json");
    symlinkSync(join(folder, "gone.json"), nowhere);
    const directory = join(folder, "directory.json");
    mkdirSync(directory);
    const below = join(folder, "m1.password", "below.json");
    writeFileSync(join(folder, "m1.password"), "");
    expect(() => readIfThere(loop)).toThrow(`${loop} cannot be read: it is a link that leads back to itself`);
    expect(() => readIfThere(nowhere)).toThrow(
      `${nowhere} cannot be read: it is a link to a file that is not there`,
    );
    expect(() => readIfThere(directory)).toThrow(
      `${directory} cannot be read: it is a folder and not a file`,
    );
    expect(() => readIfThere(below)).toThrow(/a part of its path is a file/);
    expect(readIfThere(join(folder, "gone.json"))).toBeUndefined();
  });
});
