import { type ChildProcess, execFile, spawn } from "node:child_process";
import { access, lstat, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendCommand } from "./cli/send-command.ts";
import { parsePlantCommand } from "./plant-command.ts";

const ENTRY = path.join(import.meta.dirname, "index.ts");

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "takt plant ")); // with spaces, as folders of people have
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

/** As the command line does it, without a process for each word. */
async function tell(line: string): Promise<Said> {
  const command = parsePlantCommand(line.split(" "));
  if (!command.ok) return { code: 2, out: "", error: command.refusal };
  const sent = await sendCommand(command.value, plantPath("control.json"));
  return sent.ok ? { code: 0, out: sent.value, error: "" } : { code: 1, out: "", error: sent.refusal };
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
  let ready: ReadyLine;
  let child: ChildProcess;

  beforeAll(async () => {
    child = launch();
    child.stderr?.pipe(process.stderr);
    if (!child.stdout) throw new Error("no output to read");
    ready = JSON.parse(await firstLine(child.stdout)) as ReadyLine;
  });

  afterAll(() => end(child));

  test("each command answers in one plain line", async () => {
    const lines = [
      ["scan WO4711", "Scanned WO4711"],
      ["gauge 39.991", "Measured 39.991 mm"],
      ["gauge 39.9 unstable", "Measured 39.9 mm, unstable"],
      ["machine stop", "CNC Lathe 2: is stopped"],
      ["press set-up", "Press 1: is being set up"],
      ["speed 10", "Time of CNC Lathe 2 runs 10 times as fast"],
      ["line starve", "Packing Line 3 gets no material"],
      ["oven wear fan 60", "Oven 5: the fan is 60 % worn"],
      ["counter 99", "Part counter of CNC Lathe 2 is 99"],
      ["counter reset", "Part counter of CNC Lathe 2 is 0"],
      ["tool change", "New insert put in"],
      ["alarm raise chip-jam", "CNC Lathe 2: alarm chip-jam raised"],
      ["alarm clear all", "CNC Lathe 2: no alarm any more"],
      ["network cut", "The network to CNC Lathe 2 is cut"],
      ["network freeze", "The network to CNC Lathe 2 hangs, as with a pulled cable"],
      ["network heal", "The network to CNC Lathe 2 is whole"],
      ["clock +1h", "The clock of CNC Lathe 2 is 3600 s ahead"],
      ["corrupt temperature nan", "CNC Lathe 2 tells temperature wrong: nan"],
      ["mend all", "CNC Lathe 2 tells the truth of temperature"],
      ["oven power off", "The server of Oven 5 is off"],
      ["unplug scanner", "The scanner is unplugged"],
      ["replug scanner", "The scanner is plugged in"],
    ] as const;
    for (const [command, line] of lines) expect(await tell(command)).toMatchObject({ code: 0, out: line });
    expect((await tell("gauge")).out).toMatch(/^Measured 39\.9\d\d mm$/);
    const status = (await tell("status")).out.split("\n");
    expect(status).toHaveLength(5);
    // A part begun before the stop may still be finished, at ten times the speed after the reset.
    expect(status[0]).toMatch(/^CNC Lathe 2 \(lathe\) \w+: [01] parts.*clock 3600 s ahead$/);
    expect(status[3]).toMatch(/^Oven 5 \(oven\) is off/);
    expect(status[4]).toBe("Scanner plugged in, gauge plugged in, bench-scanner plugged in");
  });

  test("what cannot be done now is said, and ends with 1", async () => {
    await tell("unplug scanner");
    expect(await say("scan", "WO4711")).toMatchObject({
      code: 1,
      error: "Not scanned: the scanner is unplugged (replug scanner)",
    });
    for (const [command, error] of [
      ["oven count 5", "an oven makes whole batches"],
      ["press wear insert 5", "there are: die, bearing"],
      ["line alarm raise fire", "there are: film-break"],
      ["corrupt partCount nan", "cannot be NaN"],
      ["corrupt colour bad", "it has: partCount, state"],
      ["mend all", "right already"],
    ] as const) {
      const said = await tell(command);
      expect(said).toMatchObject({ code: 1 });
      expect(said.error).toContain(error);
    }
    await tell("replug scanner");
  });

  test("a second simulator on the same data refuses", async () => {
    expect(await firstLine(launch().stderr)).toContain("a simulator is running already");
  });

  test("nobody commands it without the token", async () => {
    const { url } = await readJson<{ url: string }>(plantPath("control.json"));
    const command = (headers: Record<string, string>) =>
      fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ verb: "at", machine: "lathe", command: { verb: "counter", to: 5 } }),
      });
    expect((await command({})).status).toBe(401);
    expect((await command({ authorization: "Bearer guess" })).status).toBe(401);
    expect((await tell("status")).out).not.toContain(": 5 parts");
  });

  test("writes down where everything is, keeps its token to itself, and leaves nothing but that", async () => {
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

    expect(await end(child)).toBe(0);
    for (const gone of ["control.json", "dev/scanner", "dev/gauge"]) {
      await expect(lstat(plantPath(gone))).rejects.toThrow("ENOENT");
    }
  });
});
