import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { COLLECTOR_PROGRAM } from "../../testing/station-programs.ts";
import { machineEndpoint } from "../testing/machine-endpoint.ts";
import {
  COUNTER,
  LOAD,
  NAMESPACE,
  type ScriptedMachine,
  startScriptedMachine,
} from "../testing/scripted-machine.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";
import { type MachineFeed, startMachineFeed } from "./machine-feed.ts";
import { judgeCertificate, listCertificates, trustServerCertificate } from "./server-trust.ts";

const POLICIES = ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"] as const;

let folder: string;
let machine: ScriptedMachine;
let feed: MachineFeed;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-questions-"));
  machine = await startScriptedMachine(path.join(folder, "machine"), {
    policies: POLICIES,
    allowsNoSecurity: true,
    user: { name: "takt", password: "right" },
    alsoAnonymous: true,
  });
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
});

afterAll(async () => {
  await machine.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  feed = startMachineFeed(
    { machines: [], signalFolder: null },
    {
      signals: () => undefined,
      status: () => undefined,
      gap: () => undefined,
      alarms: () => undefined,
      link: () => undefined,
      latest: () => undefined,
      log: () => undefined,
    },
    COLLECTOR_PROGRAM,
  );
});

afterEach(() => feed.stop());

function endpoint(changes: Partial<MachineEndpoint> = {}): MachineEndpoint {
  const { endpointUrl } = machine;
  return machineEndpoint({ endpointUrl, pkiDir: path.join(folder, "station"), ...changes });
}

describe("what a machine offers", () => {
  test("U9 every mode and policy with its identities, None told as such, and the certificate as trusted", async () => {
    const answer = await feed.ask<"offers">({ kind: "offers", endpoint: endpoint() });
    if (!answer.ok) throw new Error(answer.refusal.why);
    const { offers, certificate, applicationUri } = answer.value;
    const named = offers.map(({ mode, policy }) => `${policy} ${mode}`).toSorted();
    const expected = POLICIES.flatMap((policy) => [`${policy} Sign`, `${policy} SignAndEncrypt`]);
    expect(named).toEqual([...expected, "None None"].toSorted());
    expect(offers[0]?.identities).toEqual(["anonymous", "user", "certificate"]);
    expect(applicationUri).toBe("urn:test:machine:server");
    expect(certificate).toMatchObject({ trust: "trusted" });
  });

  test("U8 a strange certificate is put aside for a person; approved, the machine can be explored", async () => {
    const pkiDir = path.join(folder, "stranger");
    const offered = await feed.ask({ kind: "offers", endpoint: endpoint({ pkiDir }) });
    expect(offered).toMatchObject({ ok: true, value: { certificate: { trust: "unknown" } } });
    const [waiting] = (await listCertificates(pkiDir)).machines;
    expect(waiting).toMatchObject({ trust: "rejected" });
    const explore = { kind: "explore", endpoint: endpoint({ pkiDir }) } as const;
    expect(await feed.ask(explore)).toMatchObject({
      ok: false,
      refusal: { reason: "machine", why: expect.stringContaining("not trusted yet") as string },
    });
    await judgeCertificate(pkiDir, waiting?.sha256 ?? "", "trusted");
    expect(await feed.ask(explore)).toMatchObject({ ok: true });
    await judgeCertificate(pkiDir, waiting?.sha256 ?? "", "rejected");
    expect(await feed.ask(explore)).toMatchObject({ ok: false });
    expect((await listCertificates(pkiDir)).own?.subject).toContain("CN=");
  });

  test("a machine that is off is named, and the process lives on", async () => {
    const off = endpoint({ endpointUrl: "opc.tcp://127.0.0.1:9" });
    expect(await feed.ask({ kind: "offers", endpoint: off })).toMatchObject({
      refusal: { reason: "machine", why: "The machine does not answer at opc.tcp://127.0.0.1:9" },
    });
    expect(await feed.ask({ kind: "offers", endpoint: endpoint() })).toMatchObject({ ok: true });
  });
});

describe("values of a machine that is not mapped yet", () => {
  test("U11 are found by namespace address and read with status, type and age; a missing one spoils no other", async () => {
    await machine.write(LOAD, 12.5, { sourceTime: new Date(Date.now() - 60_000) });
    await machine.write(COUNTER, 7, { status: "BadSensorFailure" });
    const nodes = [`nsu=${NAMESPACE};s=${LOAD}`, "nsu=urn:else;s=X", `nsu=${NAMESPACE};s=${COUNTER}`];
    const answer = await feed.ask({ kind: "read", endpoint: endpoint(), nodes });
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { value: 12.5, quality: "good", dataType: "Double", statusName: "Good" },
        { value: null, quality: "bad", statusName: "BadNodeIdUnknown" },
        { value: 7, quality: "bad", statusName: "BadSensorFailure" },
      ],
    });
    const age = answer.ok ? (answer.value[0]?.ageMs ?? 0) : 0;
    expect(age).toBeGreaterThanOrEqual(60_000);
    expect(age).toBeLessThan(90_000);
    expect(await machine.sessionCount()).toBe(1);
  });

  test("U10 the process dies over a question: refused in words, and the next one starts it again", async () => {
    await machine.link.set("hung");
    const asked = feed.ask({ kind: "explore", endpoint: endpoint() });
    feed.kill();
    expect(await asked).toMatchObject({ ok: false, refusal: { reason: "collector-ended" } });
    await machine.link.set("open");
    expect(await feed.ask({ kind: "explore", endpoint: endpoint() })).toMatchObject({ ok: true });
  });
});
