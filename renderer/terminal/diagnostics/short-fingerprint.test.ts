import { describe, expect, test } from "vitest";
import { shortFingerprint } from "./short-fingerprint.ts";

describe("fingerprints", () => {
  test("both ends are shown, and a short one whole", () => {
    const bytes = Array.from({ length: 32 }, (_, place) => place.toString(16).padStart(2, "0").toUpperCase());
    expect(shortFingerprint(bytes.join(":"))).toBe("00:01:02:03 … 1C:1D:1E:1F");
    expect(shortFingerprint("AA:BB")).toBe("AA:BB");
  });
});
