import { describe, expect, test } from "vitest";
import { debianPackages, namesNotFound } from "./debian-libraries.mjs";

describe("Debian libraries", () => {
  test("Debian 12 gets the five packages Electron needs", () => {
    expect(debianPackages({ forTests: false, hasTime64Names: false })).toEqual([
      "libgtk-3-0",
      "libnss3",
      "libgbm1",
      "libasound2",
      "xvfb",
    ]);
  });

  test("a release with 64-bit time gets the new names, and the tests get their programs", () => {
    expect(debianPackages({ forTests: true, hasTime64Names: true })).toEqual([
      "libgtk-3-0t64",
      "libnss3",
      "libgbm1",
      "libasound2t64",
      "xvfb",
      "strace",
      "chromium",
    ]);
  });

  test("only what ldd cannot find counts as missing", () => {
    const output = [
      "\tlinux-vdso.so.1 (0x00007ffd)",
      "\tlibgtk-3.so.0 => not found",
      "\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f)",
      "\tlibgbm.so.1 => not found",
    ].join("\n");
    expect(namesNotFound(output)).toEqual(["libgtk-3.so.0", "libgbm.so.1"]);
  });
});
