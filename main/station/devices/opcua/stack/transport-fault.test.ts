import { expect, test } from "vitest";
import { isTransportFault } from "./transport-fault.ts";

test("U10 only what the library threw over a server's bytes is survived", () => {
  const fault = new Error("maximum chunk size exceeded");
  fault.stack = `${fault.message}\n    at PacketAssembler.feed (/x/node_modules/node-opcua-packet-assembler/dist/a.js:1:1)`;
  expect(isTransportFault(fault)).toBe(true);
  expect(isTransportFault(new Error("maximum chunk size exceeded"))).toBe(false);
  expect(isTransportFault("maximum chunk size exceeded")).toBe(false);
});
