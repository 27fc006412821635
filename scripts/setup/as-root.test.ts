import { describe, expect, test } from "vitest";
import { asRoot } from "./as-root.mjs";

describe("the one command for root", () => {
  test("is typed with sudo where there is one", () => {
    expect(asRoot("apt-get update && apt-get install -y xvfb", { hasSudo: true })).toBe(
      "sudo sh -c 'apt-get update && apt-get install -y xvfb'",
    );
  });

  test("is typed with su on a Debian without sudo", () => {
    expect(asRoot("apt-get update", { hasSudo: false })).toBe("su -c 'apt-get update'");
  });
});
