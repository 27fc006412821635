import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPseudoTerminal, type PseudoTerminal } from "../../../simulator/pseudo-terminal.ts";
import { until } from "../../testing/until.ts";
import type { DeviceStatus } from "../device-events.ts";
import { type GaugeReading, startGauge } from "./gauge.ts";
import type { RunningDevice } from "./line-device.ts";
import { startScanner } from "./scanner.ts";

const UNPLUGS = 100;

let folder: string;
let port: string;
let terminal: PseudoTerminal | undefined;
const running: RunningDevice[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-serial-"));
  port = path.join(folder, "scanner");
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((device) => device.stop()));
  await terminal?.unplug();
  terminal = undefined;
  await rm(folder, { recursive: true, force: true });
});

function scanning() {
  const scans: string[] = [];
  const statuses: DeviceStatus[] = [];
  const device = startScanner(
    { path: port, baudRate: 9_600 },
    { scan: (raw) => void scans.push(raw), status: (status) => void statuses.push(status) },
  );
  running.push(device);
  const state = () => statuses.at(-1)?.state;
  return { device, scans, statuses, state, detail: () => statuses.at(-1)?.detail ?? "" };
}

async function plug(): Promise<PseudoTerminal> {
  terminal = await openPseudoTerminal(port);
  return terminal;
}

const send = (text: string) => terminal?.send(Buffer.from(text, "latin1"));

describe("scanner", () => {
  test("a code arrives as sent, GS included, and the port can be opened again after stop", async () => {
    await plug();
    const first = scanning();
    await until(() => first.state() === "ok");
    send("]d2010401\u001d10A\r\n");
    await until(() => first.scans.length === 1);
    expect(first.scans).toEqual(["]d2010401\u001d10A"]);
    await first.device.stop();
    expect(first.state()).toBe("off");
    const second = scanning();
    await until(() => second.state() === "ok");
  });

  test("what was scanned before the port was opened books nothing", async () => {
    await plug();
    send("WO1111\r\n");
    const { scans, state } = scanning();
    await until(() => state() === "ok");
    send("WO2222\r\n");
    await until(() => scans.length > 0);
    expect(scans).toEqual(["WO2222"]);
  });

  test(`S1 ${UNPLUGS} unpluggings in mid-frame: half codes are forgotten, the next line is found by its path`, {
    timeout: 240_000,
  }, async () => {
    const { scans, state } = scanning();
    for (let round = 0; round < UNPLUGS; round += 1) {
      await plug(); // a new terminal each time, as ttyUSB0 becomes ttyUSB1
      await until(() => state() === "ok");
      send(`OK${round}\r\nHALF`);
      await until(() => scans.length === round + 1);
      await terminal?.unplug();
      await until(() => state() === "lost");
    }
    expect(scans).toEqual(Array.from({ length: UNPLUGS }, (_, round) => `OK${round}`));
  });

  test("S2 a driver that never says goodbye: the path leading elsewhere is enough", async () => {
    const old = await plug();
    const { scans, state, statuses } = scanning();
    await until(() => state() === "ok");
    await plug(); // the old terminal stays open, as a driver without a close event would leave it
    await until(() => statuses.some(({ state: it }) => it === "lost"));
    await until(() => state() === "ok");
    send("WO4711\r\n");
    await until(() => scans.length > 0);
    expect(scans).toEqual(["WO4711"]);
    await old.unplug();
  });

  test("K1 an unplugged scanner is said to be unplugged", async () => {
    await plug();
    const { state, detail } = scanning();
    await until(() => state() === "ok");
    await terminal?.unplug();
    await until(() => state() === "lost");
    await until(() => detail().startsWith("Not plugged in"));
    expect(detail()).toBe(`Not plugged in: there is no device at ${port}`);
  });

  test("S3 a busy port is named and opened as soon as it is free", async () => {
    await plug();
    const holder = scanning();
    await until(() => holder.state() === "ok");
    const other = scanning();
    await until(() => other.state() === "lost");
    expect(other.detail()).toBe(`${port} is in use by another program; close it there`);
    await holder.device.stop();
    await until(() => other.state() === "ok");
  });

  test("S3 a file that is no port is named", async () => {
    await symlink("/dev/null", port);
    const { state, detail } = scanning();
    await until(() => state() === "lost");
    expect(detail()).toBe(`${port} is no serial port`);
  });

  test("S4 a flood of garbage: bounded, named, and the next code is read", async () => {
    await plug();
    const { scans, state, statuses } = scanning();
    await until(() => state() === "ok");
    const noise = Buffer.alloc(1_024, 0x00);
    for (let sent = 0; sent < 256; ) {
      if (terminal?.send(noise)) sent += 1;
      else await delay(2); // the line is full; let the reader take some
    }
    await until(() => statuses.some(({ detail: it }) => it.includes("unreadable")));
    await until(async () => {
      send("\r\nWO4711\r\n"); // again and again: the line may still be full of noise
      await delay(50);
      return statuses.at(-1)?.detail === "";
    });
    expect(new Set(scans)).toEqual(new Set(["WO4711"]));
  });

  test("S4 a storm of short lines is cut down to what a person could scan", async () => {
    await plug();
    const { scans, state, statuses } = scanning();
    await until(() => state() === "ok");
    for (let line = 0; line < 200; line += 1) send(`X${line}\r`);
    await until(() => statuses.some(({ detail: it }) => it.includes("faster than anyone")));
    expect(scans.length).toBeLessThan(100);
  });
});

describe("gauge", () => {
  test("S5 stable values are read, everything else is refused with its reason", async () => {
    const readings: GaugeReading[] = [];
    const rejected: { raw: string; why: string }[] = [];
    const statuses: DeviceStatus[] = [];
    await plug();
    const device = startGauge(
      { path: port, baudRate: 9_600 },
      {
        reading: (reading) => void readings.push(reading),
        rejected: (line) => void rejected.push(line),
        status: (status) => void statuses.push(status),
      },
    );
    running.push(device);
    await until(() => statuses.at(-1)?.state === "ok");
    send("ST,+0039.988 mm\r\nUS,+0039.9 mm\r\nrubbish\r\n39,994\r\n");
    await until(() => readings.length + rejected.length === 4);
    expect(readings).toMatchObject([
      { text: "39.988", unit: "mm", stable: true },
      { text: "39.994", unit: null, stable: true },
    ]);
    expect(rejected).toEqual([
      { raw: "US,+0039.9 mm", why: "The value is not stable yet; hold still and send again" },
      { raw: "rubbish", why: "This is no measurement" },
    ]);
  });
});
