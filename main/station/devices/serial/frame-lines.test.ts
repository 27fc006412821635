import { describe, expect, test } from "vitest";
import { type FramingOptions, LineFramer } from "./frame-lines.ts";

function framesOf(text: string, options: FramingOptions = {}): string[] {
  return new LineFramer(options)
    .push(Buffer.from(text, "latin1"))
    .frames.map((it) => Buffer.from(it).toString("latin1"));
}

describe("ends of line", () => {
  test.each([
    ["CR", "A1\rB2\r"],
    ["LF", "A1\nB2\n"],
    ["CR LF", "A1\r\nB2\r\n"],
    ["empty lines between", "\r\n\r\nA1\r\n\n\nB2\r"],
  ])("%s", (_name, text) => {
    expect(framesOf(text)).toEqual(["A1", "B2"]);
  });

  test("a frame without its end waits", () => {
    const framer = new LineFramer();
    expect(framer.push(Buffer.from("WO47")).frames).toEqual([]);
    expect(framer.push(Buffer.from("11\r")).frames).toEqual([Uint8Array.from(Buffer.from("WO4711"))]);
  });

  test("K5 GS inside a code survives", () => {
    expect(framesOf("]d2010401\u001d10A\r\n")).toEqual(["]d2010401\u001d10A"]);
  });

  test("S1 a half frame is forgotten at reset", () => {
    const framer = new LineFramer();
    framer.push(Buffer.from("WO47"));
    expect(framer.reset()).toBe(4);
    expect(framer.push(Buffer.from("BG1001\r")).frames).toEqual([Uint8Array.from(Buffer.from("BG1001"))]);
  });
});

describe("STX and ETX", () => {
  test("are stripped where the device sends them", () => {
    expect(framesOf("\u0002A1\u0003\u0002B2\u0003\r\n", { hasStxEtx: true })).toEqual(["A1", "B2"]);
  });

  test("STX begins anew: what came before was cut off", () => {
    expect(framesOf("\u0002A\u0002B2\u0003", { hasStxEtx: true })).toEqual(["B2"]);
  });

  test("are ordinary bytes elsewhere", () => {
    expect(framesOf("\u0002A1\r")).toEqual(["\u0002A1"]);
  });
});

describe("S4 floods", () => {
  test("S4 a flood without an end is thrown away and counted, and the next frame is read", () => {
    const framer = new LineFramer({ longestFrameBytes: 8 });
    const { frames, discardedBytes } = framer.push(Buffer.from("123456789ABCDEF\rOK\r"));
    expect(frames.map((it) => Buffer.from(it).toString())).toEqual(["OK"]);
    expect(discardedBytes).toBe(15);
  });

  test("S4 the tail of a flood never looks like a code", () => {
    const framer = new LineFramer({ longestFrameBytes: 4 });
    framer.push(Buffer.from("#####"));
    expect(framer.push(Buffer.from("WO1\r")).frames).toEqual([]);
  });

  test("S4 a frame of the greatest length still passes", () => {
    expect(framesOf("12345678\r", { longestFrameBytes: 8 })).toEqual(["12345678"]);
  });
});
