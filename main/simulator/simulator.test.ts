import { type ChildProcess, execFile, spawn } from "node:child_process";
import { access, lstat, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const ENTRY = path.join(import.meta.dirname, "index.ts");

let dataFolder: string;
let simulator: ChildProcess | undefined;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "takt plant ")); // with spaces, as folders of people have
});

afterEach(async () => {
  if (simulator) await end(simulator);
  simulator = undefined;
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const environment = () => ({
  ...process.env,
  TAKT_DATA: dataFolder,
  TAKT_OPCUA_PORT: "0",
  TAKT_CYCLE_MS: "60000",
});
const plantPath = (...names: string[]) => path.join(dataFolder, "plant", ...names);

function launch(more: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [ENTRY], {
    env: { ...environment(), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

interface ReadyLine {
  readonly ready: string;
  readonly machine: string;
  readonly scanner: string;
}

async function start(): Promise<ReadyLine> {
  const child = launch();
  simulator = child;
  child.stderr.pipe(process.stderr);
  return JSON.parse(await firstLine(child.stdout)) as ReadyLine;
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => createInterface(stream).once("line", resolve));
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

async function end(child: ChildProcess): Promise<number | null> {
  child.kill("SIGTERM");
  return exitCode(child);
}

/** The part of plant.json that is looked at here. */
interface PlantFile {
  readonly opcua: { readonly certificateFile: string };
  readonly serial: { readonly scanner: { readonly path: string } };
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, "utf8")) as Content;
}

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function say(...words: string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, ...words], { env: environment() }, (failure, out, error) =>
      resolve({
        code: typeof failure?.code === "number" ? failure.code : 0,
        out: out.trim(),
        error: error.trim(),
      }),
    );
  });
}

test("without a running simulator a command says so and ends with 1", async () => {
  const { code, error } = await say("scan", "WO4711");
  expect(code).toBe(1);
  expect(error).toContain("No simulator is running here");
});

test("unknown words get the usage and end with 2", async () => {
  const { code, error } = await say("dance");
  expect(code).toBe(2);
  expect(error).toContain("Usage:");
});

test("a setting that cannot be used is named", async () => {
  const child = launch({ TAKT_CYCLE_MS: "soon" });
  expect(await firstLine(child.stderr)).toContain('TAKT_CYCLE_MS is "soon"');
  expect(await exitCode(child)).toBe(1);
});

describe("running", () => {
  test("writes down where everything is, keeps its token to itself, and leaves nothing but that", async () => {
    const ready = await start();
    expect(ready).toMatchObject({ ready: "simulator", scanner: plantPath("dev", "scanner") });
    const plant = await readJson<PlantFile>(plantPath("plant.json"));
    expect(plant.opcua).toMatchObject({
      endpointUrl: ready.machine,
      namespaceUri: "urn:takt:lathe",
      nodes: {
        partCount: "nsu=urn:takt:lathe;s=Lathe2.PartCount",
        state: "nsu=urn:takt:lathe;s=Lathe2.State",
      },
    });
    await access(plant.opcua.certificateFile);
    expect((await stat(plantPath("control.json"))).mode & 0o777).toBe(0o600);
    expect((await lstat(plant.serial.scanner.path)).isSymbolicLink()).toBe(true);

    const child = simulator as ChildProcess;
    expect(await end(child)).toBe(0);
    for (const gone of ["control.json", "dev/scanner", "dev/gauge"]) {
      await expect(lstat(plantPath(gone))).rejects.toThrow("ENOENT");
    }
  });

  test("each command answers in one plain line", async () => {
    await start();
    const lines = [
      ["scan WO4711", "Scanned WO4711"],
      ["gauge 39.991", "Measured 39.991 mm"],
      ["gauge 39.9 unstable", "Measured 39.9 mm, unstable"],
      ["machine stop", "The machine is stopped"],
      ["machine run", "The machine runs: one part in 60.0 s"],
      ["speed 10", "The machine's time runs 10 times as fast: one part in 6.0 s"],
      ["counter 99", "Part counter is 99"],
      ["counter reset", "Part counter is 0"],
      ["tool change", "New insert put in"],
      ["network cut", "The network to the machine is cut"],
      ["network freeze", "The network to the machine hangs, as with a pulled cable"],
      ["network heal", "The network to the machine is whole"],
      ["unplug scanner", "The scanner is unplugged"],
      ["replug scanner", "The scanner is plugged in"],
    ] as const;
    for (const [command, line] of lines)
      expect(await say(...command.split(" "))).toMatchObject({ code: 0, out: line });
    expect((await say("gauge")).out).toMatch(/^Measured 39\.9[89]\d mm$/);
    expect((await say("status")).out).toMatch(
      /^Machine running, \d+ parts.*scanner plugged in, gauge plugged in$/,
    );
  });

  test("what cannot be done now is said, and ends with 1", async () => {
    await start();
    await say("unplug", "scanner");
    expect(await say("scan", "WO4711")).toMatchObject({
      code: 1,
      error: "Not scanned: the scanner is unplugged (replug scanner)",
    });
  });

  test("a second simulator on the same data refuses", async () => {
    await start();
    expect(await firstLine(launch().stderr)).toContain("a simulator is running already");
  });

  test("nobody commands it without the token", async () => {
    await start();
    const { url } = await readJson<{ url: string }>(plantPath("control.json"));
    const command = (headers: Record<string, string>) =>
      fetch(url, { method: "POST", headers, body: JSON.stringify({ verb: "counter", to: 5 }) });
    expect((await command({})).status).toBe(401);
    expect((await command({ authorization: "Bearer guess" })).status).toBe(401);
    expect((await say("status")).out).toContain(" 0 parts");
  });
});
