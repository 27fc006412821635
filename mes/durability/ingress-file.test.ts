import { appendFile, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../testing/test-mes.ts";
import { type IngressFile, type IngressFrame, openIngressFile } from "./ingress-file.ts";

let folder: TemporaryFolder;
let files = 0;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

function newPath(): string {
  files += 1;
  return join(folder.path, `ingress-${files}.jsonl`);
}

async function framesOf(file: IngressFile, after = 0): Promise<readonly IngressFrame[]> {
  const frames: IngressFrame[] = [];
  for await (const frame of file.framesAfter(after)) frames.push(frame);
  return frames;
}

async function written(contents: readonly object[]): Promise<string> {
  const path = newPath();
  const file = await openIngressFile(path);
  for (const content of contents) await file.append(content);
  await file.close();
  return path;
}

const three = [{ a: 1 }, { text: "Łódź 🏭\nline" }, { big: "x".repeat(3_000_000) }];

describe("ingress file", () => {
  test("I-9 what was appended is read back, numbered from 1", async () => {
    const file = await openIngressFile(await written(three));
    expect(file.lastNumber).toBe(3);
    expect(file.tornBytes).toBe(0);
    expect(await framesOf(file)).toEqual(three.map((content, index) => ({ number: index + 1, content })));
    expect((await framesOf(file, 2)).map(({ number }) => number)).toEqual([3]);
    expect(await file.append({ b: 2 })).toBe(4);
    await file.close();
  });

  test("P2 a tail torn at any byte is cut off, the frames before it stay, and writing goes on", async () => {
    const path = await written([{ a: 1 }, { b: "two" }]);
    const whole = await readFile(path);
    const firstEnd = whole.indexOf("\n") + 1;
    for (let length = firstEnd; length < whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length));
      const file = await openIngressFile(path);
      expect(file.lastNumber).toBe(1);
      expect(file.tornBytes).toBe(length - firstEnd);
      await file.append({ b: "again" });
      expect(await framesOf(file)).toEqual([
        { number: 1, content: { a: 1 } },
        { number: 2, content: { b: "again" } },
      ]);
      await file.close();
    }
  });

  test("P3 garbage where the last frame should be is cut off", async () => {
    const path = await written([{ a: 1 }]);
    await appendFile(path, Buffer.alloc(700));
    const file = await openIngressFile(path);
    expect({ last: file.lastNumber, torn: file.tornBytes }).toEqual({ last: 1, torn: 700 });
    await file.close();
  });

  test("B1 any byte changed before the last frame is seen, never served and never cut off", async () => {
    const path = await written([{ a: 1 }, { b: 2 }, { c: 3 }]);
    const whole = await readFile(path);
    const lastFrame = whole.lastIndexOf("\n", whole.length - 2) + 1;
    for (let at = 0; at < lastFrame; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      await writeFile(path, damaged);
      await expect(openIngressFile(path), `byte ${at}`).rejects.toMatchObject({ code: "damaged" });
      expect(await readFile(path)).toEqual(damaged);
    }
  });

  test("B1 a missing frame in the middle is seen", async () => {
    const path = await written([{ a: 1 }, { b: 2 }, { c: 3 }]);
    const lines = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, [lines[0], lines[2], ""].join("\n"));
    await expect(openIngressFile(path)).rejects.toMatchObject({ code: "damaged" });
  });

  test("P2 any frames, cut anywhere: a prefix of what was appended, never anything else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ v: fc.jsonValue() }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (contents, cut) => {
          const plain = JSON.parse(JSON.stringify(contents)) as object[];
          const path = await written(plain);
          const { length } = await readFile(path);
          await truncate(path, cut % (length + 1));
          const file = await openIngressFile(path);
          const kept = (await framesOf(file)).map(({ content }) => content);
          await file.close();
          expect(kept).toEqual(plain.slice(0, kept.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});
