import { describe, expect, test } from "vitest";
import { alarmSourceSchema } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import { mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import type { OfferedEndpoint } from "../../../shared/screen/commissioning.ts";
import { connectionOf } from "./choose-offer.ts";
import { isProven } from "./hand-count.ts";
import { identitiesOf, offerFor, suggestedIdentity } from "./identity.ts";
import { mappingWith } from "./mapping-with.ts";
import { measuredIn, signalOfNode, withSignal } from "./signal-of-node.ts";

const offer = (over: Partial<OfferedEndpoint>): OfferedEndpoint => ({
  mode: "SignAndEncrypt",
  policy: "Basic256Sha256",
  identities: ["anonymous"],
  isUsable: true,
  ...over,
});
const node = (name: string) => ({ node: `nsu=urn:press;s=${name}`, name });
const free = { taken: [], isSwitch: false };
const URL_OF_PRESS = "opc.tcp://10.4.2.15:4840";
const connection = connectionOf(URL_OF_PRESS, offer({}), { identity: "anonymous" });

describe("U9 the way to a machine", () => {
  const none = offer({ mode: "None", policy: "None", identities: ["anonymous", "user"] });
  const user = offer({ policy: "Aes256_Sha256_RsaPss", identities: ["user", "certificate"] });
  const signed = offer({ mode: "Sign" });

  test("the strongest offer that takes who we say we are; an open one only where there is no other", () => {
    expect(suggestedIdentity([user, signed, none])).toBe("anonymous");
    expect(offerFor([user, signed, none], "anonymous")).toBe(signed);
    expect(suggestedIdentity([none, user])).toBe("user");
    expect(offerFor([none], "anonymous")).toBe(none);
    expect(suggestedIdentity([offer({ isUsable: false })])).toBeNull();
  });

  test("each identity the machine takes can be chosen, but no password goes over an open way", () => {
    expect(identitiesOf([user, signed])).toEqual(["anonymous", "user", "certificate"]);
    expect(identitiesOf([none])).toEqual(["anonymous"]);
  });

  test("a server that wants a user is not connected to without one", () => {
    expect(connectionOf(URL_OF_PRESS, user, { identity: "user" })).toBeNull();
    const login = { user: "takt", password: "secret" };
    expect(connectionOf(URL_OF_PRESS, user, { identity: "user", login })).toMatchObject({
      security: { identity: "user", user: "takt", policy: "Aes256_Sha256_RsaPss" },
      password: "secret",
    });
    expect(connectionOf(URL_OF_PRESS, user, { identity: "certificate", login })).toMatchObject({
      security: { identity: "certificate" },
      password: null,
    });
    expect(connection?.security).toEqual({
      mode: "SignAndEncrypt",
      policy: "Basic256Sha256",
      identity: "anonymous",
    });
  });
});

describe("what a node means", () => {
  test("a switch runs while it is on, numbers are those of PackML", () => {
    const onOff = signalOfNode(node("Run"), "state", { taken: [], isSwitch: true });
    expect(onOff.stateMap).toMatchObject({ true: "running", false: "stopped" });
    expect(signalOfNode(node("Run"), "state", free).stateMap).toMatchObject({ "6": "running" });
  });

  test("a mode is a switch that is on while people set up, or the numbers of PackML", () => {
    const onOff = signalOfNode(node("Manual"), "mode", { taken: [], isSwitch: true });
    expect(onOff.modeMap).toMatchObject({ true: "set-up", false: "production" });
    expect(signalOfNode(node("Mode"), "mode", free).modeMap).toMatchObject({ "1": "production" });
  });

  test("a value whose meaning is said again keeps its id, its unit and its limits", () => {
    const said = { ...signalOfNode(node("Oil"), "measure", free), unit: "Cel", limits: { low: 1, high: 2 } };
    expect(measuredIn(said)).toEqual({ signalId: "oil", unit: "Cel", limits: { low: 1, high: 2 } });
  });

  test("two nodes of one name have ids of their own", () => {
    const first = signalOfNode(node("Part Count"), "other", free);
    const second = signalOfNode(node("Part/Count"), "other", { taken: [first.signalId], isSwitch: false });
    expect([first.signalId, second.signalId]).toEqual(["part-count", "part-count-2"]);
  });

  test("C2 a count is said of one node only: the last one said", () => {
    const first = signalOfNode(node("A"), "count-good", free);
    const second = signalOfNode(node("B"), "count-good", free);
    expect(withSignal(withSignal([], first), second)).toEqual([second]);
    const changed = signalOfNode(node("B"), "measure", free);
    expect(withSignal([first, second], changed)).toEqual([first, changed]);
  });
});

describe("the mapping that is saved", () => {
  const empty = JSON.stringify({ format: "takt-mapping", version: 1, machines: [] });
  const signals = [signalOfNode(node("Count"), "count-total", free)];
  const source = { sourceId: "count", notifier: "nsu=urn:press;s=Press" };
  const alarmSources = [alarmSourceSchema.parse(source)];

  test("MM-11 a new machine is added and can be read back, one at the same address keeps its name, its id and its alarms", () => {
    if (connection === null) throw new Error("no connection");
    const machine = { name: "Press 1", workUnit: "WS-15", connection, signals, alarmSources };
    const { text, machineId } = mappingWith(empty, machine);
    expect(machineId).toBe("press-1");
    expect(mappingFileSchema.parse(JSON.parse(text)).machines).toMatchObject([
      { machineId: "press-1", name: "Press 1", workUnit: "WS-15" },
    ]);
    const second = {
      ...machine,
      name: "Press 2",
      connection: { ...connection, endpointUrl: "opc.tcp://p2" },
    };
    expect(mappingFileSchema.parse(JSON.parse(mappingWith(text, second).text)).machines[1]).toMatchObject({
      machineId: "press-2",
      workUnit: "Press 2",
    });
    const alarmAdvice = { "2041": { en: "Clear the chips" } };
    const advised = JSON.stringify(withAdvice(text, alarmAdvice));
    const again = mappingWith(advised, {
      ...machine,
      name: "Other name",
      signals: [],
      alarmSources: [],
    }).text;
    expect(mappingFileSchema.parse(JSON.parse(again)).machines).toMatchObject([
      {
        machineId: "press-1",
        name: "Press 1",
        signals: [],
        alarmSources: [{ sourceId: "count-2" }],
        alarmAdvice,
      },
    ]);
  });
});

function withAdvice(text: string, alarmAdvice: object): object {
  const file = mappingFileSchema.parse(JSON.parse(text));
  return { ...file, machines: file.machines.map((machine) => ({ ...machine, alarmAdvice })) };
}

describe("C2 the count against a hand count", () => {
  test("is proven when both say the same and it is more than chance", () => {
    expect(isProven({ from: 100, now: 105, seen: 5 })).toBe(true);
    expect(isProven({ from: 100, now: 106, seen: 5 })).toBe(false);
    expect(isProven({ from: 100, now: 102, seen: 2 })).toBe(false);
    expect(isProven({ from: null, now: 105, seen: 5 })).toBe(false);
  });
});
