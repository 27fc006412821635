import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { profileFolder } from "./profile-folder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "takt-profile-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("Chromium's files lie in the data folder, for its user alone", () => {
  const found = profileFolder(path.join(folder, "data"));
  expect(found).toBe(path.join(folder, "data", "shell"));
  expect(statSync(found).mode & 0o777).toBe(0o700);
});

test("where the data folder cannot be made there is a window all the same", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const found = profileFolder(path.join(file, "data"));
  expect(statSync(found).isDirectory()).toBe(true);
  rmSync(found, { recursive: true });
});
