import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { good, goToWork, screenOf } from "../testing/at-work.ts";
import { readBooks } from "../testing/books.ts";
import { connectScreen } from "../testing/screen-client.ts";
import { prepareData, runStation, startStation, stationFolderOf } from "../testing/station-process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { exitCodes } from "./exit-codes.ts";

const machine = {
  endpointUrl: "opc.tcp://127.0.0.1:4840",
  namespaceUri: "urn:lathe",
  partCountNode: "s=Lathe.PartCount",
  stateNode: "s=Lathe.State",
};

/** A bad configuration, and what its message must name beside the file. */
const badConfigs: readonly (readonly [string, string, readonly string[]])[] = [
  ["no JSON", "{ stationId: WS-14 }", ["not valid JSON"]],
  ["an empty file", "", ["not valid JSON"]],
  ["a list", "[]", ["the file", "expected object"]],
  ["an unknown option", '{"statonId":"WS-14"}', ["statonId"]],
  ["a station name with a slash", '{"stationId":"WS/14"}', ["stationId"]],
  ["a number as a name", '{"stationId":14}', ["stationId", "expected string"]],
  ["an empty work unit", '{"workUnit":""}', ["workUnit"]],
  ["no such time zone", '{"timeZone":"Mars/Olympus"}', ["timeZone", "Europe/Warsaw"]],
  ["no such language", '{"language":"fr"}', ["language", '"en"|"de"|"da"|"pl"']],
  ["no such log level", '{"logLevel":"loud"}', ["logLevel", '"debug"|"info"|"warn"|"error"']],
  ["a MES without a token", '{"mes":{"url":"http://mes"}}', ["mes.tokenFile"]],
  ["a MES address without scheme", '{"mes":{"url":"mes:8080","tokenFile":"t"}}', ["mes.url"]],
  [
    "a token file that is missing",
    '{"mes":{"url":"http://mes","tokenFile":"/nowhere/token"}}',
    ["/nowhere/token", "missing"],
  ],
  [
    "a machine that is not OPC UA",
    JSON.stringify({ machine: { ...machine, endpointUrl: "http://x" } }),
    ["machine.endpointUrl", "opc.tcp://"],
  ],
  [
    "no such security mode",
    JSON.stringify({ machine: { ...machine, securityMode: "none" } }),
    ["machine.securityMode", '"SignAndEncrypt"|"Sign"|"None"'],
  ],
  [
    "a counter that wraps at half a piece",
    JSON.stringify({ machine: { ...machine, rolloverAt: 0.5 } }),
    ["machine.rolloverAt"],
  ],
  [
    "a machine that makes no pieces",
    JSON.stringify({ machine: { ...machine, maxPiecesPerSecond: 0 } }),
    ["machine.maxPiecesPerSecond"],
  ],
  [
    "a password file that is missing",
    JSON.stringify({ machine: { ...machine, passwordFile: "/nowhere/password" } }),
    ["/nowhere/password", "missing"],
  ],
  ["a scanner without a path", '{"scanner":{"baudRate":9600}}', ["scanner.path"]],
  ["a scanner at no speed", '{"scanner":{"path":"/dev/ttyX","baudRate":0}}', ["scanner.baudRate"]],
  ["a gauge that is text", '{"gauge":"/dev/ttyX"}', ["gauge", "expected object"]],
];

interface Refused {
  readonly code: number | null;
  readonly refused: string;
  readonly hint: string;
}

async function refusalOf(dataFolder: string, environment: Record<string, string> = {}): Promise<Refused> {
  const { code, stderr } = await startStation({ dataFolder, environment }).ended;
  const said = JSON.parse(stderr.trim().split("\n").at(-1) ?? "{}") as { refused: string; hint: string };
  return { code, ...said };
}

describe("a bad configuration", () => {
  test.each(badConfigs)(
    "%s: refused, named by file and option, and nothing is changed",
    async (_what, text, names) => {
      const dataFolder = temporaryFolder();
      const file = join(stationFolderOf(dataFolder), "station.json");
      mkdirSync(stationFolderOf(dataFolder));
      writeFileSync(file, text);
      const { code, refused, hint } = await refusalOf(dataFolder);
      expect(code).toBe(exitCodes.refused);
      expect(hint).toContain("Nothing was changed");
      for (const name of names) expect(refused).toContain(name);
      if (!names.some((name) => name.startsWith("/nowhere"))) expect(refused).toContain(file);
      expect(readdirSync(stationFolderOf(dataFolder))).toEqual(["station.json"]);
      expect(readFileSync(file, "utf8")).toBe(text);
    },
  );

  test.each(["70000", "-1", "eight"])("port %s is refused by its name", async (port) => {
    const { code, refused } = await refusalOf(temporaryFolder(), { TAKT_STATION_PORT: port });
    expect(code).toBe(exitCodes.refused);
    expect(refused).toContain("TAKT_STATION_PORT");
  });

  test("a data folder that is a file is refused by its name", async () => {
    const dataFolder = join(temporaryFolder(), "file");
    writeFileSync(dataFolder, "");
    const { code, refused } = await refusalOf(dataFolder);
    expect(code).toBe(exitCodes.refused);
    expect(refused).toContain(dataFolder);
  });
});

const isRoot = process.getuid?.() === 0;

describe("a data folder that may only be read", () => {
  test.skipIf(isRoot).each(["journal.db", "log", "."])(
    "%s of another user is refused by its name, not by a crash later",
    async (what) => {
      const dataFolder = temporaryFolder();
      prepareData(dataFolder);
      const path = join(stationFolderOf(dataFolder), what);
      if (what === "log") mkdirSync(path);
      chmodSync(path, what === "journal.db" ? 0o444 : 0o555);
      const { code, refused, hint } = await refusalOf(dataFolder);
      chmodSync(path, 0o700);
      expect(code).toBe(exitCodes.refused);
      expect(refused).toContain(`${path} cannot be written: this user has no right`);
      expect(hint).toContain("the user who runs the station");
    },
  );

  /** Root may write everything but this. */
  test.runIf(isRoot)("a disk that is mounted for reading only is refused by its name", async (context) => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const isMounted = spawnSync("mount", ["--bind", dataFolder, dataFolder]).status === 0;
    context.skip(!isMounted, "NOT RUN: this machine allows no mount, not even to root");
    onTestFinished(() => void spawnSync("umount", [dataFolder]));
    expect(spawnSync("mount", ["-o", "remount,bind,ro", dataFolder]).status).toBe(0);
    const { code, refused } = await refusalOf(dataFolder);
    expect(code).toBe(exitCodes.refused);
    expect(refused).toContain("cannot be written: its disk is mounted for reading only");
  });
});

describe("one station per folder", () => {
  test("P8 a second one refuses, and gets the folder after kill -9 of the first", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const first = await runStation({ dataFolder });
    const { code, refused } = await refusalOf(dataFolder);
    expect(code).toBe(exitCodes.refused);
    expect(refused).toMatch(/Another Takt station is working on/);
    const client = connectScreen(first);
    await goToWork(client);
    expect(await client.rpc.orders.reportGood.mutate(good(3))).toMatchObject({ ok: true });
    first.kill();
    await first.ended;
    const second = await runStation({ dataFolder });
    expect((await screenOf(connectScreen(second))).order).toMatchObject({ jobOrderId: "4731", good: 3 });
  });

  test("P8 two started at the same moment: one works, the other refuses", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const both = [startStation({ dataFolder }), startStation({ dataFolder })];
    const refused = await Promise.race(both.map(({ ended }) => ended));
    expect(refused.code).toBe(exitCodes.refused);
    await Promise.any(both.map(({ ready }) => ready));
    for (const station of both) station.kill();
    await Promise.all(both.map(({ ended }) => ended));
    expect(readBooks(stationFolderOf(dataFolder))).toMatchObject({ differences: [], epochs: 1 });
  });

  test("a lock file that is no lock is not blamed on another station", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    writeFileSync(
      join(stationFolderOf(dataFolder), "station.lock"),
      "no lock, but some other text ".repeat(200),
    );
    const { code, refused } = await refusalOf(dataFolder);
    expect(code).toBe(exitCodes.refused);
    expect(refused).not.toContain("Another");
    expect(refused).toContain("lock");
  });
});

describe("start and end", () => {
  test("SIGTERM ends it in order: exit code 0, no endpoint left, mark up to date, no page check at the next start", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const station = await runStation({ dataFolder });
    const client = connectScreen(station);
    await goToWork(client);
    await client.rpc.orders.reportGood.mutate(good(3));
    station.kill("SIGTERM");
    expect(await station.ended).toMatchObject({ code: exitCodes.done });
    const files = readdirSync(stationFolderOf(dataFolder));
    expect(files).not.toContain("endpoint.json");
    expect(files).not.toContain("running");
    const head = JSON.parse(readFileSync(join(stationFolderOf(dataFolder), "journal.head"), "utf8")) as {
      seq: number;
    };
    expect(head.seq).toBe(4);
  });

  test("the token is in no file that others can read, and in no log", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const station = await runStation({ dataFolder });
    await screenOf(connectScreen(station));
    station.kill("SIGTERM");
    await station.ended;
    for (const file of readdirSync(stationFolderOf(dataFolder), { recursive: true, encoding: "utf8" })) {
      const path = join(stationFolderOf(dataFolder), file);
      if (file.endsWith(".log")) expect(readFileSync(path, "utf8")).not.toContain(station.screenToken);
    }
  });

  test("a damaged page is found at the start after a kill, and nothing is changed", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    const path = join(stationFolderOf(dataFolder), "journal.db");
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 3 * 4096);
    writeFileSync(path, bytes);
    writeFileSync(join(stationFolderOf(dataFolder), "running"), "");
    const { code, refused, hint } = await refusalOf(dataFolder);
    expect(code).toBe(exitCodes.refused);
    expect(refused).toMatch(/damaged|malformed/);
    expect(hint).toContain("call your IT");
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("the endpoint file is the user's own", async () => {
    const dataFolder = temporaryFolder();
    prepareData(dataFolder);
    await runStation({ dataFolder });
    const path = join(stationFolderOf(dataFolder), "endpoint.json");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
