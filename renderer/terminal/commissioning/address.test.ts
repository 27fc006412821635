import { describe, expect, test } from "vitest";
import { addressOf, endpointUrlOf } from "./address.ts";

describe("address of a machine", () => {
  test.each([
    ["10.4.2.14", "opc.tcp://10.4.2.14:4840"],
    ["10.4.2.14:48010", "opc.tcp://10.4.2.14:48010"],
    ["10.4.2", null],
    ["10.4.2.256", null],
    ["10.4.2.14:0", null],
    ["10.4.2.14:70000", null],
    ["10..2.14", null],
    ["", null],
  ])("%s is %s", (digits, url) => {
    expect(endpointUrlOf(digits)).toBe(url);
  });

  test("only a code that names a server is one", () => {
    expect(addressOf(" opc.tcp://lathe2:4840/UA ")).toBe("opc.tcp://lathe2:4840/UA");
    expect(addressOf("LT88213")).toBeNull();
    expect(addressOf("http://lathe2")).toBeNull();
  });
});
