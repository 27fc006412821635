import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { prepareData, runStation, stationFolderOf } from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const PROGRAM = join(import.meta.dirname, "..", "testing", "saving-program.ts");
const machine = {
  machineId: "m1",
  name: "New machine",
  workUnit: "X-1",
  endpointUrl: "opc.tcp://127.0.0.1:1",
  security: { identity: "user", user: "takt" },
  signals: [],
};
const TEXT = JSON.stringify({ format: "takt-mapping", version: 1, machines: [machine] });

/** @returns the station's folder after the kill */
function killedWhileSaving(dataFolder: string, moment: "before-booking" | "after-booking"): string {
  prepareData(dataFolder);
  const ended = spawnSync(process.execPath, [PROGRAM, dataFolder, moment, TEXT], { encoding: "utf8" });
  expect(ended.stderr).toBe("");
  expect(ended.signal).toBe("SIGKILL");
  return stationFolderOf(dataFolder);
}

describe("P1 the station dies while a mapping is saved", () => {
  test("MM-9 after the booking: the next start finishes it, with its password", async () => {
    const dataFolder = temporaryFolder();
    const folder = killedWhileSaving(dataFolder, "after-booking");
    expect(existsSync(join(folder, "mapping.json"))).toBe(false);
    await runStation({ dataFolder });
    expect(readFileSync(join(folder, "mapping.json"), "utf8")).toBe(TEXT);
    expect(readFileSync(join(folder, "secrets", "m1.password"), "utf8")).toBe("secret\n");
    expect(leftOver(folder)).toEqual([]);
  });

  test("MM-9 before the booking: the next start withdraws it, and no password is left behind", async () => {
    const dataFolder = temporaryFolder();
    const folder = killedWhileSaving(dataFolder, "before-booking");
    expect(leftOver(folder)).toEqual(["mapping.json.staged", "m1.password.staged"]);
    await runStation({ dataFolder });
    expect(existsSync(join(folder, "mapping.json"))).toBe(false);
    expect(readdirSync(join(folder, "secrets"))).toEqual([]);
    expect(leftOver(folder)).toEqual([]);
  });
});

function leftOver(folder: string): readonly string[] {
  const all = [...readdirSync(folder), ...readdirSync(join(folder, "secrets"))];
  return all.filter((name) => name.endsWith(".staged"));
}
