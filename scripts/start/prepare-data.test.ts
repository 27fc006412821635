import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareData, refuseSecondPlant, refuseTakenPort } from "./prepare-data.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt data "));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the data folder", () => {
  test("gets a random token only its owner can read, and keeps it", async () => {
    const data = path.join(folder, "data");
    const file = path.join(data, "secrets", "station-token");
    await prepareData(data);
    const token = await readFile(file, "utf8");
    expect(token.length).toBeGreaterThanOrEqual(40);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    await prepareData(data);
    expect(await readFile(file, "utf8")).toBe(token);
  });

  test("that cannot be a folder is refused with what to type", async () => {
    const file = path.join(folder, "a file");
    await writeFile(file, "");
    await expect(prepareData(path.join(file, "data"))).rejects.toThrow(
      /cannot be written to\. Give TAKT_DATA a folder/,
    );
  });
});

describe("a second start on the same data", () => {
  test("is refused with how to run two, as long as the first one lives", async () => {
    const data = path.join(folder, "data");
    await expect(refuseSecondPlant(data)).resolves.toBeUndefined();
    const simulator = spawn(process.execPath, ["-e", "setInterval(() => 0, 9e9)", "main/simulator/index.ts"]);
    await once(simulator, "spawn");
    await mkdir(path.join(data, "plant"), { recursive: true });
    await writeFile(
      path.join(data, "plant", "control.json"),
      JSON.stringify({ url: "", pid: simulator.pid }),
    );
    await expect(refuseSecondPlant(data)).rejects.toThrow(/already on .*data\. End it .*TAKT_MES_PORT=8081/);
    simulator.kill();
    await once(simulator, "exit");
    await expect(refuseSecondPlant(data)).resolves.toBeUndefined();
    for (const left of [JSON.stringify({ url: "", pid: process.pid }), "", '{"pid":']) {
      await writeFile(path.join(data, "plant", "control.json"), left);
      await expect(refuseSecondPlant(data)).resolves.toBeUndefined();
    }
  });
});

describe("the MES's port", () => {
  test("that something listens on is refused with another to try", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await expect(refuseTakenPort(port)).rejects.toThrow(`TAKT_MES_PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
    await expect(refuseTakenPort(port)).resolves.toBeUndefined();
  });
});
