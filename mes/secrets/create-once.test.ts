import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../testing/test-mes.ts";
import { createOnce } from "./create-once.ts";
import { DataLockedError, lockData } from "./data-lock.ts";
import { hashToken, newToken, tokenMatches } from "./token.ts";

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe("a file that is made once", () => {
  test("twenty at once: one wins, all read the same, nothing is left beside it", async () => {
    const path = join(folder.path, "secrets", "token");
    const read = await Promise.all(Array.from({ length: 20 }, () => createOnce(path, newToken)));
    expect(new Set(read).size).toBe(1);
    expect(await readdir(join(folder.path, "secrets"))).toEqual(["token"]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

describe("tokens", () => {
  test("M4 a token matches its own hash and no other", () => {
    const token = newToken();
    expect(tokenMatches(token, hashToken(token))).toBe(true);
    expect(tokenMatches(`${token}x`, hashToken(token))).toBe(false);
    expect(tokenMatches(newToken(), hashToken(token))).toBe(false);
    expect(tokenMatches(token, "not a hash")).toBe(false);
  });
});

describe("data lock", () => {
  test("P8 one at a time, free again when released", async () => {
    const lock = await lockData(folder.path);
    await expect(lockData(folder.path)).rejects.toThrow(DataLockedError);
    const elsewhere = await lockData(join(folder.path, "other"));
    elsewhere.release();
    lock.release();
    (await lockData(folder.path)).release();
  });
});
