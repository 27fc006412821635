import fc from "fast-check";
import { expect, test } from "vitest";
import { LineFramer } from "./frame-lines.ts";

const LONGEST = 16;

/** Bytes in which ends, starts and overlong lines are frequent. */
const stream = fc.array(
  fc.oneof(
    fc.constantFrom(0x02, 0x03, 0x0a, 0x0d),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0x30, max: 0x5a }),
  ),
  { maxLength: 120 },
);

/** Positions at which the stream is torn apart. */
const tears = fc.array(fc.nat({ max: 120 }), { maxLength: 30 });

interface Outcome {
  readonly frames: readonly (readonly number[])[];
  readonly discardedBytes: number;
}

function read(chunks: readonly Uint8Array[], hasStxEtx: boolean): Outcome {
  const framer = new LineFramer({ hasStxEtx, longestFrameBytes: LONGEST });
  const read = chunks.map((chunk) => framer.push(chunk));
  return {
    frames: read.flatMap(({ frames }) => frames.map((frame) => [...frame])),
    discardedBytes: read.reduce((sum, { discardedBytes }) => sum + discardedBytes, 0),
  };
}

function torn(bytes: readonly number[], at: readonly number[]): Uint8Array[] {
  const places = [0, ...at.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, index) => Uint8Array.from(bytes.slice(places[index], place)));
}

test("S6 the same frames come out however the bytes were split", () => {
  fc.assert(
    fc.property(stream, tears, fc.boolean(), (bytes, at, hasStxEtx) => {
      expect(read(torn(bytes, at), hasStxEtx)).toEqual(read([Uint8Array.from(bytes)], hasStxEtx));
    }),
  );
});

test("S6 all splits of a stream into single bytes give the same frames", () => {
  fc.assert(
    fc.property(stream, fc.boolean(), (bytes, hasStxEtx) => {
      const single = bytes.map((byte) => Uint8Array.of(byte));
      expect(read(single, hasStxEtx)).toEqual(read([Uint8Array.from(bytes)], hasStxEtx));
    }),
  );
});

test("S4 no frame is empty, longer than allowed, or holds an end of line", () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      for (const frame of read([Uint8Array.from(bytes)], false).frames) {
        expect(frame.length).toBeGreaterThan(0);
        expect(frame.length).toBeLessThanOrEqual(LONGEST);
        expect(frame).not.toContain(0x0a);
        expect(frame).not.toContain(0x0d);
      }
    }),
  );
});

test("S4 every byte is part of a frame, an end, discarded, or still waiting", () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      const { frames, discardedBytes } = read([Uint8Array.from(bytes)], false);
      const ends = bytes.filter((byte) => byte === 0x0a || byte === 0x0d).length;
      const used = frames.reduce((sum, frame) => sum + frame.length, 0) + ends + discardedBytes;
      expect(bytes.length - used).toBeGreaterThanOrEqual(0);
      expect(bytes.length - used).toBeLessThanOrEqual(LONGEST);
    }),
  );
});
