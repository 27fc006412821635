import { StatusCode } from "node-opcua-client";

/**
 * Marks a value behind which others were dropped. The library's own way (node-opcua-server 2.186) asserts that the value is
 * good, so a bad one in a full queue would end the plant.
 */
export function setOverflowBit(notification: object): void {
  const { value } = notification as { value?: { statusCode: StatusCode } };
  if (value === undefined) return; // an event
  value.statusCode = StatusCode.makeStatusCode(value.statusCode, "Overflow | InfoTypeDataValue");
}
