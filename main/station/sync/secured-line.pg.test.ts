import { rm, writeFile } from "node:fs/promises";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLog } from "../../../mes/testing/silent-log.ts";
import { createTestAuthority, type Issued } from "../../../mes/testing/test-authority.ts";
import { type TemporaryFolder, temporaryFolder } from "../../../mes/testing/test-mes.ts";
import { type HttpsServers, openHttpsServers } from "../../../mes/tls/https-servers.ts";
import type { LineFault } from "../../../shared/screen/sync-trouble.ts";
import { CAPTIVE_PORTAL } from "../testing/canned-answers.ts";
import { RealMes } from "../testing/real-mes.ts";
import { StagedStation } from "../testing/sync-stage.ts";
import { memoryStation } from "../testing/test-station.ts";
import { until } from "../testing/until.ts";

const DAY_MS = 86_400_000;
const plant = await createTestAuthority();
const stranger = await createTestAuthority("Somebody else");
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** A way to the MES that may lead elsewhere. */
interface Way {
  readonly url: string;
  leadTo(port: number): void;
  close(): void;
}

async function listening<Listener extends Server>(server: Listener): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function openWay(port: number): Promise<Way> {
  let target = port;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  const own = await listening(server);
  return {
    url: `https://127.0.0.1:${own}`,
    leadTo: (other) => {
      target = other;
    },
    close: () => void server.close(),
  };
}

/** A station and a real MES behind https, both as in the product; only the pauses of the station are shorter. */
describe("the secured line to the MES", () => {
  let folder: TemporaryFolder;
  let secure: HttpsServers;
  let mes: RealMes;
  let way: Way;
  let staged: StagedStation;
  let count = 0;
  const file = (name: string) => join(folder.path, name);
  const caFile = () => file("plant-ca.pem");

  async function show({ cert, key }: Issued): Promise<void> {
    await Promise.all([writeFile(file("mes.pem"), cert), writeFile(file("mes.key"), key)]);
    await secure.look();
  }

  beforeAll(async () => {
    folder = await temporaryFolder();
    const { cert, key } = await plant.issue();
    await Promise.all([writeFile(file("mes.pem"), cert), writeFile(file("mes.key"), key)]);
    const files = { certFile: file("mes.pem"), keyFile: file("mes.key") };
    secure = await openHttpsServers({ files, log: silentLog, nowMs: Date.now });
    mes = await RealMes.start({ face: { serverFactory: secure.serverFactory } });
  });
  afterAll(async () => {
    secure.close();
    await mes.stop();
    await folder.remove();
  });
  beforeEach(async () => {
    await writeFile(caFile(), plant.cert);
    await show(await plant.issue());
    way = await openWay(mes.port);
    count += 1;
    staged = await StagedStation.open(mes, `T-${count}`, memoryStation);
    staged.book(3);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await staged.close();
    way.close();
  });

  const start = () => staged.start({ mesUrl: way.url, caFile: caFile() });
  const arrived = async () => (await mes.journal(staged.stationId, currentEpoch())).length;
  const currentEpoch = () => staged.station.outbox.epochs().at(-1)?.epoch ?? "";

  async function refusedAs(fault: LineFault): Promise<void> {
    const { sync } = start();
    await until(() => sync.status().trouble !== null);
    expect(sync.status()).toMatchObject({ trouble: fault, state: "offline", lastContactUtc: null });
    expect(await arrived()).toBe(0);
    expect(staged.waiting()).toBeGreaterThan(0);
  }

  /** The station runs on: what was put right is found by itself. */
  async function drainsByItself(): Promise<void> {
    staged.book(2);
    await staged.drained();
    await until(() => staged.rig?.sync.status().trouble === null);
    await staged.expectOnce();
  }

  test("M1 with the plant's own authority: bookings go up, directives come down, the stream is open", async () => {
    const { mirror } = start();
    await staged.drained();
    await until(() => mes.mes.presence.isOnline(staged.stationId) && mirror.bodies.size > 0);
    await staged.expectOnce();
  });

  const refused: readonly (readonly [string, LineFault, () => Promise<Issued>])[] = [
    ["a certificate of a strange authority", "certificate-unknown", () => stranger.issue()],
    [
      "an expired certificate",
      "certificate-expired",
      () => plant.issue({ validFrom: inDays(-30), validTo: inDays(-1) }),
    ],
    [
      "C1 a certificate that is not valid yet, as after a dead battery",
      "certificate-early",
      () => plant.issue({ validFrom: inDays(30), validTo: inDays(90) }),
    ],
    [
      "a certificate for another name",
      "certificate-name",
      () => plant.issue({ names: ["erp.plant.example"] }),
    ],
  ];
  test.each(refused)("M1 %s is refused as %s, and drained when it is right", async (_what, fault, issue) => {
    await show(await issue());
    await refusedAs(fault);
    await show(await plant.issue());
    await drainsByItself();
  });

  test("M1 no variable of the surroundings switches the check off", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    await show(await stranger.issue());
    await refusedAs("certificate-unknown");
  });

  test("M1 without a file of the plant only the operating system's authorities count", async () => {
    const { sync } = staged.start({ mesUrl: way.url });
    await until(() => sync.status().trouble === "certificate-unknown");
    expect(await arrived()).toBe(0);
  });

  test("M1 nothing older than TLS 1.2 is spoken, whoever asks", async () => {
    const old = createHttpsServer({
      ...(await plant.issue()),
      minVersion: "TLSv1",
      maxVersion: "TLSv1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    way.leadTo(await listening(old));
    await refusedAs("tls-too-old");
    way.leadTo(mes.port);
    await drainsByItself();
    old.close();
  });

  test("M1 what answers in plain http gets nothing to read, and is no fallback", async () => {
    const heard: Buffer[] = [];
    const portal = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.on("data", (chunk) => {
        heard.push(chunk);
        socket.end(CAPTIVE_PORTAL);
      });
    });
    way.leadTo(await listening(portal));
    await refusedAs("not-tls");
    expect(Buffer.concat(heard).toString("latin1")).not.toMatch(/bearer|GET|POST/i);
    way.leadTo(mes.port);
    await drainsByItself();
    portal.close();
  });

  test.each([
    ["is missing", () => rm(caFile())],
    ["is empty", () => writeFile(caFile(), "")],
    ["is torn", () => writeFile(caFile(), plant.cert.slice(0, 200))],
    ["holds nonsense", () => writeFile(caFile(), plant.cert.replace(/MII.*/, "MIIoops"))],
  ])(
    "M1 a file of authorities that %s is said, and nothing else is trusted in its place",
    async (_what, spoil) => {
      await spoil();
      await refusedAs("ca-file");
      await writeFile(caFile(), plant.cert);
      await drainsByItself();
    },
  );

  test("N11 a new authority takes over with an overlap, without a restart of either side", async () => {
    const next = await createTestAuthority("Plant CA 2");
    const { sync } = start();
    await staged.drained();
    await writeFile(caFile(), plant.cert + next.cert);
    await show(await next.issue());
    staged.book();
    await drainsByItself();
    await writeFile(caFile(), next.cert);
    await drainsByItself();
    // The old one is out: whoever still shows its certificates is refused from the next connection on.
    await show(await plant.issue());
    await writeFile(caFile(), `${next.cert}\n`);
    staged.book();
    sync.wake();
    await until(() => sync.status().trouble === "certificate-unknown");
    await show(await next.issue());
    await drainsByItself();
  });
});
