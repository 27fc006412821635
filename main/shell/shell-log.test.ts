import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openShellLog } from "./shell-log.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "takt-shell-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("P7 each event is one line of JSON, on the disk when the call returns", () => {
  const log = openShellLog(path.join(folder, "logs"));
  log.write("station-ended", { code: null, signal: "SIGKILL" });
  const line: unknown = JSON.parse(readFileSync(log.file, "utf8"));
  expect(line).toMatchObject({ event: "station-ended", code: null, signal: "SIGKILL" });
});

test("D6 the log keeps to two files of a megabyte", () => {
  const log = openShellLog(folder);
  writeFileSync(log.file, "x".repeat(1_000_001));
  log.write("one");
  log.write("two");
  expect(statSync(`${log.file}.1`).size).toBe(1_000_001);
  expect(readFileSync(log.file, "utf8").split("\n")).toHaveLength(3);
});

test("D6 where nothing can be written the shell goes on without a log", () => {
  writeFileSync(path.join(folder, "file"), "");
  const log = openShellLog(path.join(folder, "file", "logs"));
  expect(() => log.write("station-ended")).not.toThrow();
});
