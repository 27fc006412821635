import { describe, expect, test } from "vitest";
import { addressInServer, parseNodeAddress, relativePath } from "./node-address.ts";

const HOME = "urn:home";

describe("parseNodeAddress", () => {
  test.each([
    [
      "nsu=urn:takt:lathe;s=Lathe2.PartCount",
      { namespaceUri: "urn:takt:lathe", identifier: "s=Lathe2.PartCount" },
    ],
    ["s=Lathe2.PartCount", { namespaceUri: HOME, identifier: "s=Lathe2.PartCount" }],
    ["nsu=http://a.b/c;i=42", { namespaceUri: "http://a.b/c", identifier: "i=42" }],
    ["s=with;semicolon=and more", { namespaceUri: HOME, identifier: "s=with;semicolon=and more" }],
  ])("%s", (text, value) => {
    expect(parseNodeAddress(text, HOME)).toEqual({ ok: true, value });
  });

  test("U11 an index is refused, with the remedy", () => {
    const parsed = parseNodeAddress("ns=2;s=Lathe2.PartCount", HOME);
    expect(parsed.ok ? "" : parsed.refusal).toContain("write nsu=<namespace URI>");
  });

  test.each(["", "Lathe2.PartCount", "nsu=urn:a;", "nsu=;s=x", "i=abc", "s=", "nsu=urn:a;nsu=urn:a;s=x"])(
    "%j is no address",
    (text) => {
      expect(parseNodeAddress(text, HOME).ok).toBe(false);
    },
  );
});

describe("addressInServer", () => {
  const address = { namespaceUri: "urn:takt:lathe", identifier: "s=X" };

  test("U11 takes the index the namespace has now", () => {
    expect(addressInServer(address, ["a", "b", "urn:takt:lathe"])).toEqual({ ok: true, value: "ns=2;s=X" });
    expect(addressInServer(address, ["a", "urn:takt:lathe"])).toEqual({ ok: true, value: "ns=1;s=X" });
  });

  test("U11 a namespace that is gone is a fault, not a guess", () => {
    expect(addressInServer(address, ["a"])).toEqual({
      ok: false,
      refusal: "The machine has no namespace urn:takt:lathe",
    });
  });
});

test("browse names with reserved characters are escaped (Part 4 A.2)", () => {
  expect(relativePath(["Machine", "Lathe2.Part/Count"], 3)).toBe("/3:Machine/3:Lathe2&.Part&/Count");
});
