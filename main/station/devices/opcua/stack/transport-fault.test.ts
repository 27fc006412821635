import { expect, test } from "vitest";
import { isTransportFault } from "./transport-fault.ts";

test.each([
  "/x/node_modules/node-opcua-packet-assembler/dist/packet_assembler.js:158:36",
  "file:///opt/takt/station/collector.mjs:82469:24", // the product's bundle has no files of the library
])("U10 only what the library threw over a server's bytes is survived: %s", (place) => {
  const fault = new Error("maximum chunk size exceeded");
  fault.stack = `Error: ${fault.message}\n    at PacketAssembler.feed (${place})\n    at Socket.emit (node:events:514:28)`;
  expect(isTransportFault(fault)).toBe(true);
});

test("U10 what anything else threw is not, whatever it says", () => {
  expect(isTransportFault(new Error("at PacketAssembler.feed"))).toBe(false);
  expect(isTransportFault("maximum chunk size exceeded")).toBe(false);
});
