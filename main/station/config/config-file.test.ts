import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigError, readSecret } from "./config-file.ts";

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
