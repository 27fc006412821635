import { readFile, stat } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acknowledgementSchema, directivePageSchema, handshakeSchema } from "../shared/protocol/messages.ts";
import { ordersPageSchema } from "../shared/protocol/pages.ts";
import { type MesProcess, refusedStart, startMesProcess } from "./testing/mes-process.ts";
import { counted, started } from "./testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "./testing/station-journal.ts";
import { type TemporaryFolder, temporaryFolder } from "./testing/test-mes.ts";

/* The MES as `npm run mes` runs it: a process of its own on the embedded database, with the trial plant. */

let folder: TemporaryFolder;
let mes: MesProcess;
let token: string;
const environment = () => ({ TAKT_DATA: folder.path, TAKT_SEED: "demo" });
beforeAll(async () => {
  folder = await temporaryFolder();
  mes = await startMesProcess(environment());
  token = await readFile(join(folder.path, "secrets", "station-token"), "utf8");
});
afterAll(async () => {
  await mes.kill();
  await folder.remove();
});

const station = (path: string, body?: unknown) =>
  fetch(`${mes.url}/api/v1/stations/WS-14/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function headSeq(journal: StationJournal): Promise<number> {
  return handshakeSchema.parse(await (await station(`handshake?epoch=${journal.epoch}`)).json()).head.seq;
}

async function lastDirective(): Promise<number> {
  return directivePageSchema.parse(await (await station("directives?after=0")).json()).lastSeq;
}

async function goodOf(jobOrderId: string): Promise<number | undefined> {
  const page = ordersPageSchema.parse(await (await fetch(`${mes.url}/api/v1/orders`)).json());
  return page.orders.find((order) => order.jobOrderId === jobOrderId)?.good;
}

function countingJournal(count: number, jobOrder: string): StationJournal {
  const journal = createStationJournal();
  journal.record("order.started", started, { jobOrder });
  for (let index = 1; index < count; index += 1) journal.record("parts.counted", counted(1), { jobOrder });
  return journal;
}

describe("the MES as a process", { timeout: 120_000 }, () => {
  test("the trial plant is there, its station gets it all, its secrets are the owner's alone", async () => {
    const page = directivePageSchema.parse(await (await station("directives?after=0")).json());
    const kinds = new Map<string, number>();
    for (const { kind } of page.directives) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      characteristic: 1,
      "defect-code": 8,
      "job-order": 5,
      lot: 8,
      person: 8,
      reason: 38,
      "shift-calendar": 1,
      "sscc-range": 1,
      tool: 1,
    });
    for (const { body } of page.directives.filter(({ kind }) => kind === "person"))
      expect(body?.pinHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    for (const name of ["planner-token", "station-token"])
      expect((await stat(join(folder.path, "secrets", name))).mode & 0o777).toBe(0o600);
  });

  test("N1 the reply is lost after the commit: sent again it is a duplicate, with one effect", async () => {
    const journal = countingJournal(11, "4711");
    await sendAndHangUp(`${mes.url}/api/v1/stations/WS-14/journal`, journal);
    await expect.poll(() => headSeq(journal), { timeout: 60_000 }).toBe(11);
    const again = acknowledgementSchema.parse(await (await station("journal", journal.upload())).json());
    expect(new Set(again.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["duplicate"]));
    expect(await goodOf("4711")).toBe(10);
  });

  test("I-9 what was acknowledged is there after kill -9, on the embedded database", async () => {
    const journal = countingJournal(6, "4712");
    const sent = await station("journal", journal.upload());
    expect(sent.status).toBe(200);
    await mes.kill();
    mes = await startMesProcess(environment());
    expect(await headSeq(journal)).toBe(6);
    expect(await goodOf("4712")).toBe(5);
  });

  test("directives are pushed, and a station is online while its stream is open", async () => {
    const controller = new AbortController();
    const response = await fetch(`${mes.url}/api/v1/stations/WS-14/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: controller.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => /data: (.*)\n/.exec((await reader?.read())?.value ?? "")?.[1] ?? "";
    const { lastSeq } = JSON.parse(await next()) as { lastSeq: number };
    const online = async () => {
      const floor = (await (await fetch(`${mes.url}/api/v1/floor`)).json()) as {
        tiles: { online: boolean }[];
      };
      return floor.tiles[0]?.online;
    };
    expect(await online()).toBe(true);
    const planner = await readFile(join(folder.path, "secrets", "planner-token"), "utf8");
    const cancelled = await fetch(`${mes.url}/api/v1/orders/4731/cancel`, {
      method: "POST",
      headers: { authorization: `Bearer ${planner}` },
    });
    expect(await cancelled.json()).toEqual({ outcome: "done" });
    expect(JSON.parse(await next())).toEqual({ lastSeq: lastSeq + 1 });
    controller.abort();
    await expect.poll(online).toBe(false);
  });

  test("the floor is pushed on each change", async () => {
    const controller = new AbortController();
    const response = await fetch(`${mes.url}/api/v1/floor/stream`, { signal: controller.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^event: floor\ndata: \{"asOfUtc"/);
    const journal = createStationJournal();
    journal.record("machine.state-changed", { state: "running", was: "stopped", raw: 3, sourceUtc: null });
    await station("journal", journal.upload());
    // The change of a test before may be told first.
    for (let told = ""; !told.includes('"machineState":"running"'); ) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error("The stream ended before it told the change");
      told += value;
    }
    controller.abort();
  });

  test("P8 a second MES on the same data is refused, in words", async () => {
    const refused = await refusedStart(environment());
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`Another MES is running on ${folder.path}`);
  });

  test("SIGTERM ends it with open streams, and a second start neither seeds nor forgets", async () => {
    const before = [await goodOf("4711"), await lastDirective()];
    const controller = new AbortController();
    await fetch(`${mes.url}/api/v1/floor/stream`, { signal: controller.signal });
    expect(await mes.stop()).toBe(0);
    mes = await startMesProcess(environment());
    expect([await goodOf("4711"), await lastDirective()]).toEqual(before);
  });
});

describe("a MES that cannot start", { timeout: 60_000 }, () => {
  test("bad settings: exit code 2 and each one by name", async () => {
    const refused = await refusedStart({ TAKT_MES_PORT: "http", DATABASE_URL: "sqlite://x" });
    expect(refused.code).toBe(2);
    expect(refused.said).toContain("TAKT_MES_PORT must be a port number");
    expect(refused.said).toContain("DATABASE_URL must begin with postgres://");
  });

  test("a PostgreSQL that is not there is named, without the password", async () => {
    const other = await temporaryFolder();
    const refused = await refusedStart({
      TAKT_DATA: other.path,
      DATABASE_URL: "postgres://mes:s3cret@127.0.0.1:1/takt",
    });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("PostgreSQL does not answer");
    expect(refused.said).not.toContain("s3cret");
    await other.remove();
  });

  test("a port that is taken is named", async () => {
    const other = await temporaryFolder();
    const occupied = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => occupied.once("listening", resolve));
    const address = occupied.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const refused = await refusedStart({ TAKT_DATA: other.path, TAKT_MES_PORT: String(port) });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("set TAKT_MES_PORT to a free port");
    occupied.close();
    await other.remove();
  });
});

/** Sends a whole upload and closes the connection without waiting for what the MES has to say. */
function sendAndHangUp(url: string, journal: StationJournal): Promise<void> {
  const body = JSON.stringify(journal.upload());
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
    });
    sending.on("error", (error) => (sending.destroyed ? resolve() : reject(error)));
    sending.on("close", resolve);
    sending.end(body, () => sending.destroy());
  });
}
