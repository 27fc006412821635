import { randomUUID } from "node:crypto";
import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, journalOf, type Running, screen, startRunning, tool } from "../testing/running-station.ts";
import type { StationClient } from "../testing/screen-client.ts";
import { stationRouter } from "./router.ts";

/** What is wrong for a field of any kind. */
const wrongValues: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  2 ** 60,
  1e300,
  0.5,
  "",
  " ",
  "x".repeat(100_000),
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "'; DROP TABLE journal; --",
  "<img src=x onerror=alert(1)>",
  true,
  [],
  [1, 2, 3],
  {},
  JSON.parse('{"__proto__":{"polluted":true}}'),
];

const intentId = (): string => randomUUID();
const NO_UNIT = "019a0000-0000-7000-8000-000000000001";
const connection = {
  endpointUrl: "opc.tcp://127.0.0.1:9",
  security: { mode: "SignAndEncrypt", policy: "Basic256Sha256", identity: "anonymous" },
  machineId: null,
  password: null,
};

/**
 * One good input per procedure; the fuzz exchanges each field for each wrong value. A procedure without an entry fails
 * the test, so none comes in unfuzzed.
 */
const inputs: Record<string, () => Record<string, unknown>> = {
  "session.signInWithPin": () => ({ intentId: intentId(), personId: "P-9999", pin: "1234" }),
  "session.signOut": () => ({ intentId: intentId(), personId: "P-9999" }),
  "session.unlockPin": () => ({ intentId: intentId(), personId: "P-9999" }),
  "session.touched": () => ({}),
  "orders.start": () => ({ intentId: intentId(), jobOrderId: "9999", activeOrder: null }),
  "orders.pause": () => ({ intentId: intentId(), reasonCode: "none" }),
  "orders.resume": () => ({ intentId: intentId() }),
  "orders.finish": () => ({ intentId: intentId() }),
  "orders.beginRun": () => ({ intentId: intentId() }),
  "orders.finishShort": () => ({ intentId: intentId(), reasonCode: "short-1" }),
  "orders.abort": () => ({ intentId: intentId(), reasonCode: "abort-1" }),
  "orders.noteReading": () => ({ intentId: intentId(), reading: 5, isStart: true }),
  "packing.open": () => ({ intentId: intentId(), jobOrderId: "9999", kind: "box" }),
  "packing.pack": () => ({ intentId: intentId(), unitId: NO_UNIT, jobOrderId: "9999", quantity: 1 }),
  "packing.packUnit": () => ({ intentId: intentId(), unitId: NO_UNIT, childUnitId: NO_UNIT }),
  "packing.unpack": () => ({ intentId: intentId(), unitId: NO_UNIT, packedEventId: NO_UNIT }),
  "packing.close": () => ({ intentId: intentId(), unitId: NO_UNIT }),
  "packing.reopen": () => ({ intentId: intentId(), unitId: NO_UNIT, reasonCode: "reopen-1" }),
  "packing.printLabel": () => ({ intentId: intentId(), unitId: NO_UNIT }),
  "machines.setPiecesPerCount": () => ({
    intentId: intentId(),
    machineId: "none",
    signalId: "part-count",
    piecesPerCount: 2,
  }),
  "machines.acknowledgeAlarm": () => ({
    intentId: intentId(),
    machineId: "none",
    alarmId: "none",
    occurrence: "none",
  }),
  "trends.read": () => ({
    machineId: "none",
    signalIds: ["speed"],
    spanMs: 1_800_000,
    points: 400,
    withAlarms: true,
  }),
  "orders.reportGood": () => ({ intentId: intentId(), quantity: 0, source: "pad" }),
  "orders.reportScrap": () => ({ intentId: intentId(), quantity: 0, reasonCode: "scrap-1" }),
  "orders.reportRework": () => ({ intentId: intentId(), quantity: 0, reasonCode: "rework-1" }),
  "orders.correct": () => ({ intentId: intentId(), eventId: intentId(), quantity: 1 }),
  "orders.correctTime": () => ({ intentId: intentId(), eventId: intentId(), shiftMinutes: 1 }),
  "orders.undo": () => ({ intentId: intentId(), eventId: randomUUID() }),
  "quality.recordMeasurement": () => ({
    intentId: intentId(),
    characteristicId: "none",
    text: "1",
    confirmed: false,
  }),
  "quality.withdrawMeasurement": () => ({ intentId: intentId(), eventId: randomUUID() }),
  "quality.logDefect": () => ({ intentId: intentId(), defectCode: "none", quantity: 1, disposition: "hold" }),
  "screen.showPlace": () => ({ workUnit: "none", jobOrderId: null }),
  "quality.openCheck": () => ({ characteristicId: "none" }),
  "scan.submit": () => ({ intentId: intentId(), raw: "none" }),
  "scan.keep": () => ({ intentId: "no intent", code: "none" }),
  "help.request": () => ({ intentId: "no intent", category: "lead" }),
  "commissioning.offers": () => ({ endpointUrl: "opc.tcp://127.0.0.1:9" }),
  "commissioning.explore": () => ({ connection }),
  "commissioning.read": () => ({ connection, nodes: ["nsu=urn:none;s=none"] }),
  "commissioning.mapping": () => ({}),
  "commissioning.checkMapping": () => ({ text: "{}" }),
  "commissioning.saveMapping": () => ({ intentId: intentId(), text: "{}", basedOn: "", passwords: {} }),
  "commissioning.exportMapping": () => ({}),
  "commissioning.mappingFiles": () => ({}),
  "commissioning.compareMapping": () => ({ file: "none.json" }),
  "commissioning.importMapping": () => ({
    intentId: intentId(),
    file: "none.json",
    version: "none",
    basedOn: "none",
    passwords: {},
  }),
  "commissioning.certificates": () => ({}),
  "commissioning.judgeCertificate": () => ({
    intentId: intentId(),
    sha256: Array(32).fill("00").join(":"),
    verdict: "trusted",
  }),
  "maintenance.changeTool": () => ({ intentId: intentId(), toolId: "T99" }),
  "materials.returnRest": () => ({ intentId: intentId(), itemId: "none", text: "1" }),
  "materials.issue": () => ({ intentId: intentId(), itemId: "none", text: "1" }),
  "materials.override": () => ({ intentId: intentId(), lotId: "none", rule: "expired", reasonCode: "none" }),
  "materials.reverse": () => ({ intentId: intentId(), eventId: randomUUID() }),
  "stops.qualify": () => ({ intentId: intentId(), stopId: randomUUID(), reasonCode: "none" }),
  "sync.markSeen": () => ({ intentId: intentId(), eventIds: [randomUUID()] }),
  "screen.watch": () => ({}),
  "tool.verify": () => ({}),
  "tool.journal": () => ({ afterSeq: 0, limit: 1 }),
  "tool.mapping": () => ({}),
  "tool.importMapping": () => ({ intentId: intentId(), text: "{}" }),
};

/** These take no input, or their input is for a tool. */
const notForTheScreen = ["screen.watch", "tool.verify", "tool.journal", "tool.mapping", "tool.importMapping"];
const queries = ["tool.verify", "tool.journal", "trends.read"];
/** Open without a person and without a reference to anything: a right input would rightly be recorded. */
const recordsWhatItIsGiven = ["scan.keep", "help.request"];

describe("bad inputs", () => {
  const procedures = Object.keys(stationRouter._def.procedures);

  test("F1 every procedure has a fuzz target", () => {
    expect(Object.keys(inputs).toSorted()).toEqual(procedures.toSorted());
  });

  let at: Running;
  beforeAll(async () => {
    at = await startRunning();
  });
  afterAll(() => at.stop());

  test.each(procedures.filter((name) => !notForTheScreen.includes(name)))(
    "F1 F3 %s answers anything wrong with a typed error or refusal, and records nothing",
    async (name) => {
      const client = screen(at);
      const ask = (input: unknown): Promise<unknown> => call(client, name, input);
      const before = await journalOf(at);
      for (const input of wrongInputs(name)) {
        const outcome = await outcomeOf(ask(input));
        const isHarmless = ["BAD_REQUEST", "PARSE_ERROR", "refused", "nothing", "scan", "read"].includes(
          outcome,
        );
        expect({ input, outcome, isHarmless }).toMatchObject({ isHarmless: true });
      }
      expect(await journalOf(at)).toEqual(before);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      expect(await tool(at).rpc.tool.verify.query()).toMatchObject({ ok: true });
    },
  );

  test("F1 tools get typed errors as well", async () => {
    const asTool = tool(at);
    for (const input of wrongInputs("tool.journal").filter(
      (value) => typeof value !== "object" || value === null,
    )) {
      expect(await outcomeOf(call(asTool, "tool.journal", input))).toBe("BAD_REQUEST");
    }
    expect(await outcomeOf(call(asTool, "tool.journal", { afterSeq: 0, limit: 1001 }))).toBe("BAD_REQUEST");
    for (const input of wrongInputs("tool.importMapping")) {
      expect(["BAD_REQUEST", "refused"]).toContain(
        await outcomeOf(call(asTool, "tool.importMapping", input)),
      );
    }
  });

  test("F1 a procedure that does not exist is told so", async () => {
    expect(await codeOf(call(screen(at), "orders.deleteEverything", {}))).toBe("NOT_FOUND");
  });
});

function wrongInputs(name: string): readonly unknown[] {
  const good = inputs[name];
  if (good === undefined) throw new Error(`No fuzz target for ${name}`);
  const fields = Object.keys(good());
  const mutated = fields.flatMap((field) => wrongValues.map((value) => ({ ...good(), [field]: value })));
  const missing = fields.map((field) =>
    Object.fromEntries(Object.entries(good()).filter(([key]) => key !== field)),
  );
  const unknownKey = [{ ...good(), unknownKey: 1 }];
  const itself = recordsWhatItIsGiven.includes(name) ? [] : [good()];
  return [...wrongValues, ...mutated, ...missing, ...unknownKey, ...itself];
}

/** Calls by name, as an attacker with a token would. */
function call({ rpc }: StationClient, name: string, input: unknown): Promise<unknown> {
  const [area = "", verb = ""] = name.split(".");
  const areas = rpc as unknown as Record<
    string,
    Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  >;
  const kind = queries.includes(name) ? "query" : "mutate";
  const procedure = areas[area]?.[verb]?.[kind];
  if (procedure === undefined) throw new Error(`No procedure ${name}`);
  return procedure(input);
}

async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    const answer = (await asked) as { ok?: boolean; verdict?: string; eventId?: string | null } | undefined;
    if (answer === undefined || answer === null) return "nothing";
    if (answer.verdict !== undefined) return "scan";
    if (answer.ok === undefined) return "read";
    return answer.ok === false ? "refused" : "recorded";
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    return (error.data as { code?: string } | undefined)?.code ?? "cut off";
  }
}
