import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { MachineConnection } from "../../../shared/screen/commissioning.ts";
import {
  COUNTER,
  NAMESPACE,
  type ScriptedMachine,
  startScriptedMachine,
} from "../devices/testing/scripted-machine.ts";
import { screenOf } from "../testing/at-work.ts";
import { journalOf, type Running, screen, startRunning } from "../testing/running-station.ts";
import type { StationClient } from "../testing/screen-client.ts";
import { stationFolderOf } from "../testing/station-process.ts";
import { until } from "../testing/until.ts";

const NODE = `nsu=${NAMESPACE};s=${COUNTER}`;

const [OPERATOR, LEAD, MAINTENANCE] = ["P-1001", "P-1003", "P-1005"] as const;

let at: Running;
let machine: ScriptedMachine;

beforeAll(async () => {
  at = await startRunning();
  machine = await startScriptedMachine(join(at.dataFolder, "machine"), { allowsNoSecurity: true });
});

afterAll(async () => {
  await machine.stop();
  await at.stop();
});

/** Alone: whoever signs in last is the one who acts. */
async function signIn(client: StationClient, who: string): Promise<void> {
  const { signedIn } = (await screenOf(client)).people;
  for (const { personId } of signedIn) {
    await client.rpc.session.signOut.mutate({ intentId: randomUUID(), personId });
  }
  await client.rpc.session.signInWithPin.mutate({ intentId: randomUUID(), personId: who, pin: "1234" });
}

function connection(): MachineConnection {
  const security = { mode: "SignAndEncrypt", policy: "Basic256Sha256", identity: "anonymous" } as const;
  return { endpointUrl: machine.endpointUrl, security, machineId: null, password: null };
}

function mappingText(security: object = {}): string {
  const signals = [{ signalId: "parts", node: NODE, meaning: "count-total" }];
  const machines = [
    {
      machineId: "m1",
      name: "New machine",
      workUnit: "X-1",
      endpointUrl: machine.endpointUrl,
      security,
      signals,
    },
  ];
  return JSON.stringify({ format: "takt-mapping", version: 1, machines });
}

describe("a machine is commissioned at the panel", () => {
  test("MM-7 an operator, and nobody, may not; nothing is asked of a machine", async () => {
    const client = screen(at);
    const { commissioning } = client.rpc;
    expect(await commissioning.mapping.mutate({})).toMatchObject({ refusal: { code: "nobody-signed-in" } });
    await signIn(client, OPERATOR);
    for (const refused of [
      await commissioning.offers.mutate({ endpointUrl: machine.endpointUrl }),
      await commissioning.explore.mutate({ connection: connection() }),
      await commissioning.certificates.mutate({}),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: "commissioning-only" } });
    }
    expect(await machine.sessionCount()).toBe(0);
  });

  test("MM-7 U8 offers, trust by a lead, explore, read, save: the machine is heard without a restart, and the journal says who", async () => {
    const client = screen(at);
    const { commissioning } = client.rpc;
    await signIn(client, MAINTENANCE);
    const offered = await commissioning.offers.mutate({ endpointUrl: machine.endpointUrl });
    if (!offered.ok) throw new Error(offered.refusal.code);
    const sha256 = offered.value.certificate?.sha256 ?? "";
    expect(await commissioning.explore.mutate({ connection: connection() })).toMatchObject({
      refusal: {
        code: "machine-refused",
        details: { why: expect.stringContaining("not trusted") as string },
      },
    });
    const judge = { intentId: randomUUID(), sha256, verdict: "trusted" } as const;
    expect(await commissioning.judgeCertificate.mutate(judge)).toMatchObject({
      refusal: { code: "lead-only" },
    });
    await signIn(client, LEAD);
    expect(await commissioning.judgeCertificate.mutate(judge)).toMatchObject({ ok: true, repeated: false });
    expect(await commissioning.judgeCertificate.mutate(judge)).toMatchObject({ ok: true, repeated: true });
    const explored = await commissioning.explore.mutate({ connection: connection() });
    expect(JSON.stringify(explored)).toContain(NODE);
    const read = { connection: connection(), nodes: [NODE] };
    expect(await commissioning.read.mutate(read)).toMatchObject({ value: [{ value: 0, quality: "good" }] });

    const before = await commissioning.mapping.mutate({});
    if (!before.ok) throw new Error(before.refusal.code);
    const save = {
      intentId: randomUUID(),
      text: mappingText(),
      basedOn: before.value.version,
      passwords: {},
    };
    expect(await commissioning.saveMapping.mutate(save)).toMatchObject({ ok: true, repeated: false });
    expect(await commissioning.saveMapping.mutate(save)).toMatchObject({ ok: true, repeated: true });
    await until(async () => (await screenOf(client)).machines[0]?.link?.sessionsOpened === 1);
    const [shown] = (await screenOf(client)).machines;
    expect(shown).toMatchObject({ machineId: "m1", name: "New machine" });
    expect(shown?.link).toMatchObject({ sessionsOpened: 1, signalCount: 1, certificate: { sha256 } });
    expect(readFileSync(join(stationFolderOf(at.dataFolder), "mapping.json"), "utf8")).toBe(save.text);
    const entries = await journalOf(at);
    const leadId = (await screenOf(client)).people.signedIn[0]?.personId;
    for (const type of ["certificate.judged", "mapping.saved"]) {
      expect(entries.filter((entry) => entry.type === type)).toMatchObject([{ actor: leadId }]);
    }
    expect(entries.findLast(({ type }) => type === "mapping.saved")?.payload).toContain(
      '"machineIds":["m1"]',
    );
  });

  test("MM-7 U9 what is stale, wrong, without a password or weaker is refused in words and changes nothing", async () => {
    const client = screen(at);
    const { commissioning } = client.rpc;
    await signIn(client, MAINTENANCE);
    const stored = await commissioning.mapping.mutate({});
    if (!stored.ok) throw new Error(stored.refusal.code);
    const { version, text } = stored.value;
    const save = (changes: object) =>
      commissioning.saveMapping.mutate({
        intentId: randomUUID(),
        text: mappingText(),
        basedOn: version,
        passwords: {},
        ...changes,
      });
    expect(await save({ basedOn: "older" })).toMatchObject({ refusal: { code: "mapping-changed" } });
    expect(await save({ text: "{no json" })).toMatchObject({ refusal: { code: "mapping-invalid" } });
    expect(await save({ text: mappingText({ mode: "None" }) })).toMatchObject({
      refusal: { code: "lead-only" },
    });
    expect(await save({ text: mappingText({ anyHost: true }) })).toMatchObject({
      refusal: { code: "lead-only" },
    });
    const source = '{"sourceId":"a","notifier":"nsu=urn:m;s=M","acknowledge":"machine"}';
    const written = mappingText().replace('"signals":', `"alarmSources":[${source}],"signals":`);
    expect(await save({ text: written })).toMatchObject({ refusal: { code: "lead-only" } });
    expect(await save({ text: mappingText({ identity: "user", user: "takt" }) })).toMatchObject({
      refusal: { code: "password-missing", details: { machine: "New machine" } },
    });
    const wrong = mappingText().replace("nsu=", "ns=");
    expect(await commissioning.checkMapping.mutate({ text: wrong })).toMatchObject({
      value: { faults: [{ place: "machines.0.signals.0.node" }] },
    });
    expect(await commissioning.mapping.mutate({})).toMatchObject({ value: { text } });
    await signIn(client, LEAD);
    expect(await save({ text: mappingText({ mode: "None" }) })).toMatchObject({ ok: true });
    await until(async () => {
      const link = (await screenOf(client)).machines[0]?.link;
      return link?.state === "ok" && link.security.mode === "None";
    });
  });

  test("U8 a lead takes the trust back: the session ends and none follows", async () => {
    const client = screen(at);
    const { commissioning } = client.rpc;
    await signIn(client, LEAD);
    const stored = await commissioning.mapping.mutate({});
    const basedOn = stored.ok ? stored.value.version : "";
    const saved = await commissioning.saveMapping.mutate({
      intentId: randomUUID(),
      text: mappingText(),
      basedOn,
      passwords: {},
    });
    expect(saved).toMatchObject({ ok: true });
    const link = async () => (await screenOf(client)).machines[0]?.link;
    await until(async () => (await link())?.state === "ok" && (await link())?.security.mode !== "None");
    const listed = await commissioning.certificates.mutate({});
    if (!listed.ok) throw new Error(listed.refusal.code);
    const [certificate] = listed.value.machines;
    expect(certificate?.trust).toBe("trusted");
    const sha256 = certificate?.sha256 ?? "";
    await commissioning.judgeCertificate.mutate({ intentId: randomUUID(), sha256, verdict: "rejected" });
    await until(async () => (await link())?.detail.includes("not trusted") === true);
    await until(async () => (await machine.sessionCount()) === 0);
  });

  test("MM-7 a machine that wants a user: a wrong password is told in words, the right one is kept by the save", async () => {
    const locked = await startScriptedMachine(join(at.dataFolder, "locked"), {
      user: { name: "takt", password: "Ąß 1" },
    });
    onTestFinished(() => locked.stop());
    const client = screen(at);
    const { commissioning } = client.rpc;
    await signIn(client, LEAD);
    const { endpointUrl } = locked;
    const offered = await commissioning.offers.mutate({ endpointUrl });
    if (!offered.ok) throw new Error(offered.refusal.code);
    const sha256 = offered.value.certificate?.sha256 ?? "";
    const security = { ...connection().security, identity: "user", user: "takt" } as const;
    const withPassword = (password: string) => ({
      connection: { ...connection(), endpointUrl, security, password },
    });
    await commissioning.explore.mutate(withPassword("Ąß 1"));
    await commissioning.judgeCertificate.mutate({ intentId: randomUUID(), sha256, verdict: "trusted" });
    expect(await commissioning.explore.mutate(withPassword("wrong"))).toMatchObject({
      refusal: { code: "login-refused" },
    });
    expect(await commissioning.explore.mutate(withPassword("Ąß 1"))).toMatchObject({ ok: true });
    const stored = await commissioning.mapping.mutate({});
    const saved = await commissioning.saveMapping.mutate({
      intentId: randomUUID(),
      text: mappingText(security).replace(machine.endpointUrl, endpointUrl),
      basedOn: stored.ok ? stored.value.version : "",
      passwords: { m1: "Ąß 1" },
    });
    expect(saved).toMatchObject({ ok: true });
    await until(async () => (await screenOf(client)).machines[0]?.link?.state === "ok");
    const file = join(stationFolderOf(at.dataFolder), "secrets", "m1.password");
    expect(readFileSync(file, "utf8")).toBe("Ąß 1\n");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(JSON.stringify(await journalOf(at))).not.toContain("Ąß 1");
  });
});
