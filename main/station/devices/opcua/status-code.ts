/** The few OPC UA status codes the driver itself sets (Part 6, StatusCode.csv). */
export const BAD_DECODING_ERROR = 0x8007_0000;
export const BAD_OUT_OF_RANGE = 0x803c_0000;
export const BAD_TYPE_MISMATCH = 0x8074_0000;

const INFO_TYPE_MASK = 0x0c00;
const INFO_TYPE_DATA_VALUE = 0x0400;
const OVERFLOW = 0x0080;

/** Part 4 §7.39.1: the queue of this item was full, and values next to this one were dropped. */
export function hasOverflow(statusCode: number): boolean {
  return (statusCode & INFO_TYPE_MASK) === INFO_TYPE_DATA_VALUE && (statusCode & OVERFLOW) !== 0;
}

/** Severity bits 00; overflow and other info bits do not make a value worse. */
export function isGood(statusCode: number): boolean {
  return statusCode >>> 30 === 0;
}
