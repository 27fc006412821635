import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { DirectivePage } from "../../../shared/protocol/messages.ts";
import { type Fault, isDirectivePull, PASS } from "../testing/chaos-proxy.ts";
import { jsonAnswer } from "../testing/http-bytes.ts";
import { RealMes } from "../testing/real-mes.ts";
import { hastySleep } from "../testing/sync-rig.ts";
import { StagedStation } from "../testing/sync-stage.ts";
import { memoryStation } from "../testing/test-station.ts";
import { until } from "../testing/until.ts";
import type { Sleep } from "./wake-signal.ts";

/** Only pushes and failures wake anybody: the half-minute timers never end. */
const withoutTimers: Sleep = (ms, signal) =>
  ms < 30_000
    ? hastySleep(ms, signal)
    : new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
/** Pushes are cut, so only the timers are left. */
const withoutStream = (path: string) => path.endsWith("/stream");

function edited(edit: (page: DirectivePage) => unknown): Fault {
  return {
    kind: "replace-reply",
    replace: (reply) =>
      jsonAnswer(200, edit(JSON.parse(reply.slice(reply.indexOf("\r\n\r\n") + 4)) as DirectivePage)),
  };
}

describe("directives", () => {
  let mes: RealMes;
  let staged: StagedStation;
  let count = 0;
  beforeAll(async () => {
    mes = await RealMes.start();
  });
  afterAll(() => mes.stop());
  afterEach(() => staged.close());

  async function stage(): Promise<string> {
    count += 1;
    staged = await StagedStation.open(mes, `D-${count}`, memoryStation);
    return staged.stationId;
  }

  async function tell(messageId: string, text = "Lift truck out of order"): Promise<void> {
    const atUtc = new Date().toISOString();
    const items = [{ messageId, text, atUtc }];
    await mes.mes.execute({ kind: "import-master-data", atUtc, dataKind: "message", items, remove: [] });
  }

  async function takeBack(messageId: string): Promise<void> {
    const atUtc = new Date().toISOString();
    await mes.mes.execute({
      kind: "import-master-data",
      atUtc,
      dataKind: "message",
      items: [],
      remove: [messageId],
    });
  }

  test("I-22 what the MES pushes is there without waiting for a timer: new, changed, taken back", async () => {
    const stationId = await stage();
    const { mirror } = staged.start({ sleep: withoutTimers });
    await until(() => mirror.bodies.has(`job-order/${stationId}`));
    await tell("M-1");
    await until(() => mirror.bodies.has("message/M-1"));
    await tell("M-1", "Lift truck is back");
    await until(() => mirror.bodies.get("message/M-1")?.text === "Lift truck is back");
    await takeBack("M-1");
    await until(() => !mirror.bodies.has("message/M-1"));
  });

  test("I-17 without the push channel it is pulled all the same", async () => {
    await stage();
    staged.proxy.decide(({ path }) => (withoutStream(path) ? { kind: "drop-request" } : PASS));
    const { mirror } = staged.start();
    await tell("M-2");
    await until(() => mirror.bodies.has("message/M-2"));
  });

  test("I-17 a push channel that is cut comes back", async () => {
    await stage();
    const { mirror } = staged.start({ sleep: withoutTimers });
    for (const messageId of ["M-3", "M-4", "M-5"]) {
      await tell(messageId);
      await until(() => mirror.bodies.has(`message/${messageId}`));
      staged.proxy.reset();
    }
  });

  test("I-16 a directive that cannot be used is told, changes nothing and holds up nothing", async () => {
    const stationId = await stage();
    const spoil = edited((page) => ({
      ...page,
      directives: page.directives.map((directive) =>
        directive.id === "M-6" ? { ...directive, body: { messageId: "M-6", text: 7 } } : directive,
      ),
    }));
    await tell("M-6", "Good");
    const { mirror, sync } = staged.start();
    await until(() => mirror.bodies.has("message/M-6"));
    staged.proxy.decide((request) => (isDirectivePull(request) ? spoil : PASS));
    await tell("M-6", "Spoilt on the way");
    await tell("M-7");
    await until(() => mirror.bodies.has("message/M-7"));
    expect(mirror.bodies.get("message/M-6")).toMatchObject({ text: "Good" });
    expect(mirror.bodies.has(`job-order/${stationId}`)).toBe(true);
    expect(sync.status().refusedDirectives).toMatchObject([
      { kind: "message", id: "M-6", reason: "invalid-body" },
    ]);
  });

  test("I-16 a bad last directive is told once, not at every pull", async () => {
    await stage();
    const spoil = edited((page) => ({
      ...page,
      directives: page.directives.map((it) => ({ ...it, body: 7 })),
    }));
    staged.proxy.decide((request) => (isDirectivePull(request) ? spoil : PASS));
    const { sync, mirror } = staged.start();
    await until(() => staged.proxy.handled.filter(isDirectivePull).length >= 4);
    const seqs = sync.status().refusedDirectives.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)]);
    expect(seqs.length).toBeGreaterThan(0);
    expect(mirror.bodies.size).toBe(0);
    expect(mirror.confirmedUtc).not.toBeNull();
  });

  test("I-11 directives of another database are not applied before its handshake", async () => {
    await stage();
    const foreign = edited((page) => ({ ...page, mesId: "6f1f2a4c-0b57-4a62-8f3b-0d7f5a1c2e01" }));
    staged.proxy.decide((request) => (isDirectivePull(request) ? foreign : PASS));
    const { mirror } = staged.start();
    await until(() => staged.proxy.handled.filter(isDirectivePull).length >= 3);
    expect(mirror.bodies.size).toBe(0);
    staged.proxy.decide(() => PASS);
    await until(() => mirror.bodies.size > 0);
  });

  test("I-11 MES restored from a backup: its log is applied from the beginning", async () => {
    const stationId = await stage();
    const copy = await mes.backup();
    const { mirror } = staged.start();
    await tell("M-8", "Lost with the restore");
    await until(() => mirror.bodies.has("message/M-8"));
    const known = mirror.cursor();
    await mes.restore(copy);
    await until(() => mirror.cursor() < known);
    await tell("M-9");
    await until(() => mirror.bodies.has("message/M-9"));
    expect(mirror.bodies.has(`job-order/${stationId}`)).toBe(true);
    await rm(copy, { recursive: true });
  });
});
