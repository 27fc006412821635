import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refuseWrongDigest } from "./fetch-pinned-package.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-pinned-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a pinned package", () => {
  test("is accepted only with exactly the bytes that were pinned", async () => {
    const file = path.join(folder, "electron.tgz");
    await writeFile(file, "the file we know");
    const digest = createHash("sha512").update("the file we know").digest("base64");
    await expect(refuseWrongDigest(file, "electron@1", digest)).resolves.toBeUndefined();
    await writeFile(file, "the file we knew");
    await expect(refuseWrongDigest(file, "electron@1", digest)).rejects.toMatchObject({
      name: "SetupFailure",
      message: expect.stringContaining("electron@1 is not the file we know") as string,
      remedy: expect.stringContaining("npm run setup") as string,
    });
  });
});
