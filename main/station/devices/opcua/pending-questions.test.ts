import { describe, expect, test } from "vitest";
import { machineEndpoint } from "../testing/machine-endpoint.ts";
import type { CollectorQuestion } from "./collector-questions.ts";
import { PendingQuestions } from "./pending-questions.ts";

const endpoint = machineEndpoint({ endpointUrl: "opc.tcp://lathe:4840", pkiDir: "pki" });
const READ = { kind: "read", endpoint, nodes: ["nsu=urn:test;s=Count"] } as const;

function asked(timeoutMs = 60_000) {
  const sent: { readonly id: number; readonly question: CollectorQuestion }[] = [];
  const pending = new PendingQuestions(timeoutMs);
  const ask = () => pending.ask<"read">(READ, (id, question) => sent.push({ id, question }) > 0);
  return { pending, sent, ask };
}

describe("questions to the OPC UA process", () => {
  test("answers find their questions, in whatever order they come", async () => {
    const { pending, sent, ask } = asked();
    const [first, second] = [ask(), ask()];
    pending.answered(sent[1]?.id ?? 0, { ok: false, isLogin: false, why: "no such machine" });
    pending.answered(sent[0]?.id ?? 0, { ok: true, value: [] });
    expect(await first).toEqual({ ok: true, value: [] });
    expect(await second).toEqual({ ok: false, refusal: { reason: "machine", why: "no such machine" } });
  });

  test("U10 a process that ends refuses all that is open, at once", async () => {
    const { pending, ask } = asked();
    const open = [ask(), ask()];
    pending.abandonAll();
    expect(await Promise.all(open)).toMatchObject([
      { refusal: { reason: "collector-ended" } },
      { refusal: { reason: "collector-ended" } },
    ]);
  });

  test("U10 without a process the question is refused, not kept", async () => {
    const pending = new PendingQuestions(60_000);
    expect(await pending.ask<"read">(READ, () => false)).toMatchObject({
      refusal: { reason: "collector-ended" },
    });
  });

  test("U3 no answer is a refusal in the end, and an answer after it harms nobody", async () => {
    const { pending, sent, ask } = asked(1);
    expect(await ask()).toMatchObject({ ok: false, refusal: { reason: "too-slow" } });
    pending.answered(sent[0]?.id ?? 0, { ok: true, value: [] });
  });
});
