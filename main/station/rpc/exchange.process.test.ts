import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenOf } from "../testing/at-work.ts";
import { journalOf, type Running, screen, startRunning } from "../testing/running-station.ts";
import type { StationClient } from "../testing/screen-client.ts";
import { stationFolderOf } from "../testing/station-process.ts";

const TAKT = join(import.meta.dirname, "..", "cli", "takt.ts");
const machine = (machineId: string, rest: object = {}) => ({
  machineId,
  name: `Machine ${machineId}`,
  workUnit: machineId,
  endpointUrl: "opc.tcp://127.0.0.1:1",
  signals: [{ signalId: "load", name: "Load", node: "nsu=urn:m;s=Load", meaning: "measure" }],
  ...rest,
});
const textOf = (...machines: readonly object[]) =>
  JSON.stringify({ format: "takt-mapping", version: 1, machines });

let at: Running;
let folder: string;

beforeAll(async () => {
  at = await startRunning();
  folder = join(at.dataFolder, "exchange");
  mkdirSync(folder);
});
afterAll(() => at.stop());

/** Alone: whoever signs in last is the one who acts. */
async function signIn(client: StationClient, who: string): Promise<StationClient["rpc"]["commissioning"]> {
  for (const { personId } of (await screenOf(client)).people.signedIn) {
    await client.rpc.session.signOut.mutate({ intentId: randomUUID(), personId });
  }
  await client.rpc.session.signInWithPin.mutate({ intentId: randomUUID(), personId: who, pin: "1234" });
  return client.rpc.commissioning;
}

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const takt = (...words: readonly string[]) =>
  spawnSync(process.execPath, [TAKT, ...words], {
    encoding: "utf8",
    env: { ...process.env, TAKT_DATA: at.dataFolder },
  });

describe("a mapping is handed over as a file", () => {
  test("MM-14 only a lead sees the files, writes one or takes one in", async () => {
    const commissioning = await signIn(screen(at), "P-1001");
    const input = { intentId: randomUUID(), file: "a.json", version: "", basedOn: "", passwords: {} };
    for (const refused of [
      await commissioning.exportMapping.mutate({}),
      await commissioning.mappingFiles.mutate({}),
      await commissioning.compareMapping.mutate({ file: "a.json" }),
      await commissioning.importMapping.mutate(input),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: "lead-only" } });
    }
  });

  test("MM-14 what would change is told, and then taken as a save at the panel is", async () => {
    const client = screen(at);
    const commissioning = await signIn(client, "P-1003");
    put("new.json", textOf(machine("m1"), machine("m2")));
    const compared = await commissioning.compareMapping.mutate({ file: "new.json" });
    if (!compared.ok) throw new Error(compared.refusal.code);
    expect(compared.value.differences).toMatchObject([
      { machineId: "m1", kind: "added", added: ["Load"] },
      { machineId: "m2", kind: "added" },
    ]);
    const { version, basedOn } = compared.value;
    const input = { intentId: randomUUID(), file: "new.json", version, basedOn, passwords: {} };
    expect(await commissioning.importMapping.mutate(input)).toMatchObject({ ok: true, repeated: false });
    expect(await commissioning.importMapping.mutate(input)).toMatchObject({ ok: true, repeated: true });
    expect((await screenOf(client)).machines.map(({ machineId }) => machineId)).toEqual(["m1", "m2"]);
    const saved = (await journalOf(at)).filter(({ type }) => type === "mapping.saved");
    expect(saved).toMatchObject([
      { actor: "P-1003", payload: expect.stringContaining('["m1","m2"]') as string },
    ]);
  });

  test("MM-14 what is exported can be compared again and says nothing new; nothing is written over", async () => {
    const commissioning = await signIn(screen(at), "P-1003");
    const first = await commissioning.exportMapping.mutate({});
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value.file).toMatch(/^mapping-WS-14-\d{4}-\d\d-\d\d\.json$/);
    const compared = await commissioning.compareMapping.mutate({ file: first.value.file });
    expect(compared).toMatchObject({ value: { differences: [] } });
    put(first.value.file, "somebody else's");
    const second = await commissioning.exportMapping.mutate({});
    expect(second).toMatchObject({ value: { file: first.value.file.replace(".json", "-2.json") } });
    expect(readFileSync(join(folder, first.value.file), "utf8")).toBe("somebody else's");
  });

  test("MM-14 a bad file, a changed one, one that is no file here: refused in words, nothing is changed", async () => {
    const commissioning = await signIn(screen(at), "P-1003");
    put(
      "bad.json",
      textOf(machine("m1", { signals: [{ signalId: "load", name: "Load", meaning: "measure" }] })),
    );
    expect(await commissioning.compareMapping.mutate({ file: "bad.json" })).toMatchObject({
      refusal: {
        code: "mapping-invalid",
        details: { place: "Machine m1, Load, node", fault: "missing" },
      },
    });
    put("secret.json", textOf(machine("m3", { security: { identity: "user", user: "takt" } })));
    const compared = await commissioning.compareMapping.mutate({ file: "secret.json" });
    if (!compared.ok) throw new Error(compared.refusal.code);
    const { version, basedOn, withoutPassword, differences } = compared.value;
    expect(withoutPassword).toEqual([{ machineId: "m3", name: "Machine m3", user: "takt" }]);
    expect(differences.map(({ kind }) => kind)).toEqual(["added", "removed", "removed"]);
    const take = { file: "secret.json", version, basedOn, passwords: {} };
    expect(await commissioning.importMapping.mutate({ ...take, intentId: randomUUID() })).toMatchObject({
      refusal: { code: "password-missing" },
    });
    put("secret.json", textOf(machine("m4")));
    expect(await commissioning.importMapping.mutate({ ...take, intentId: randomUUID() })).toMatchObject({
      refusal: { code: "mapping-changed" },
    });
    symlinkSync(join(stationFolderOf(at.dataFolder), "endpoint.json"), join(folder, "link.json"));
    expect(await commissioning.compareMapping.mutate({ file: "link.json" })).toMatchObject({
      refusal: { code: "unknown-file" },
    });
    const listed = await commissioning.mappingFiles.mutate({});
    const files = listed.ok ? listed.value.files.map(({ file }) => file) : [];
    expect(files).toContain("secret.json");
    expect(files).not.toContain("link.json");
    expect(await commissioning.mapping.mutate({})).toMatchObject({
      value: { text: textOf(machine("m1"), machine("m2")) },
    });
  });

  test("MM-14 IT exports and imports from the command line, through the running station alone", async () => {
    const file = join(at.dataFolder, "out.json");
    expect(takt("mapping", "export", file)).toMatchObject({ status: 0 });
    expect(readFileSync(file, "utf8")).toBe(textOf(machine("m1"), machine("m2")));
    expect(takt("mapping", "export", file)).toMatchObject({ status: 1 });
    writeFileSync(file, textOf(machine("m1")));
    expect(takt("mapping", "import", file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Machine m2: removed") as string,
    });
    writeFileSync(file, textOf(machine("m1", { name: "" })));
    expect(takt("mapping", "import", file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("machines.0.name") as string,
    });
    const saved = (await journalOf(at)).findLast(({ type }) => type === "mapping.saved");
    expect(saved).toMatchObject({ actor: null, auth: "station" });
  });
});
