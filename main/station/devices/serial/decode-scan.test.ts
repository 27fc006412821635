import { expect, test } from "vitest";
import { decodeScan } from "./decode-scan.ts";

test("ASCII and UTF-8 are read as UTF-8", () => {
  expect(decodeScan(Buffer.from("WO4711"))).toBe("WO4711");
  expect(decodeScan(Buffer.from("Größe", "utf8"))).toBe("Größe");
});

test("what is not UTF-8 is read as Latin-1", () => {
  expect(decodeScan(Buffer.from("Größe", "latin1"))).toBe("Größe");
});

test("K3 each control character arrives as itself, for the grammar to refuse by name", () => {
  const controls = [...Array.from({ length: 0x20 }, (_, code) => code), 0x7f];
  expect(decodeScan(Uint8Array.from(controls))).toBe(String.fromCharCode(...controls));
});
