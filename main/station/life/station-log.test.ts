import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openLog } from "./station-log.ts";

const FILE_BYTES = 5 * 1024 * 1024;

test("D6 ten files at most, with those of earlier runs, and the newest are kept", async () => {
  const folder = temporaryFolder();
  for (let run = 1; run <= 14; run += 1) writeFileSync(join(folder, `station.${run}.log`), "");
  writeFileSync(join(folder, "station.14.log"), Buffer.alloc(FILE_BYTES - 100, "x"));
  const log = await openLog(folder, "info");
  log.info("The line that fills the file to its end, so that the next one begins a file of its own");
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(10));
  log.info({ token: "secret-token", screen: { pin: "1234" } }, "The next");
  expect(readdirSync(folder)).toContain("station.15.log");
  expect(readdirSync(folder)).not.toContain("station.5.log");
  const newest = readFileSync(join(folder, "station.15.log"), "utf8");
  expect(newest).toContain("The next");
  expect(newest).not.toMatch(/secret-token|1234/);
});

test("D1 a log line on a full disk is no fault of whoever wrote it", async () => {
  const folder = temporaryFolder();
  symlinkSync("/dev/full", join(folder, "station.1.log"));
  const log = await openLog(folder, "info");
  expect(() => log.info("one")).not.toThrow();
  expect(() => log.info("two")).not.toThrow();
  rmSync(join(folder, "station.1.log"));
});
