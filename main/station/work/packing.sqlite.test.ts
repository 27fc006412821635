import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../config/read-config.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { runCommand as run } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { until } from "../testing/until.ts";

const packingOf = ({ station }: ComposedStation) => station.services.screen().packing;

function closeBox(at: ComposedStation, quantity: number): string {
  bookGood(at, quantity);
  run(at, "packing.open", { jobOrderId: "4731", kind: "box" });
  const unitId = packingOf(at).box?.unitId ?? "";
  run(at, "packing.pack", { unitId, jobOrderId: "4731", quantity });
  expect(run(at, "packing.close", { unitId })).toMatchObject({ ok: true });
  return packingOf(at).last?.sscc ?? "";
}

function print(at: ComposedStation, intentId = uuidv7()) {
  const unitId = packingOf(at).last?.unitId ?? "";
  return at.station.services.printLabel({ intentId, unitId });
}

describe("packing at a station", () => {
  test("PK-3 what is shown is on the disk: after a kill the unit is there and its number is not given again", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    const first = closeBox(before, 5);
    expect(first).toBe("340123450140000007");
    before.abandon();
    const after = composeStation(folder);
    expect(packingOf(after).last?.sscc).toBe(first);
    const second = closeBox(after, 4);
    expect(second.slice(0, 17)).toBe("34012345014000001");
    expect(after.station.scans.scan(`]C100${first}`, "scanner")).toMatchObject({ outcome: "unit-shown" });
    after.close();
  });

  test("PK-18 PK-19 the label of an older box shows it; opened again by a lead it stays so after a kill, and its next number is new", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    const first = closeBox(before, 5);
    const unitId = packingOf(before).last?.unitId ?? "";
    const second = closeBox(before, 4);
    expect(packingOf(before).last?.sscc).toBe(second);
    before.station.scans.scan(`]C100${first}`, "scanner");
    expect(packingOf(before).last).toMatchObject({ unitId, sscc: first });
    expect(run(before, "packing.reopen", { unitId, reasonCode: "reopen-1" })).toMatchObject({
      refusal: { code: "lead-only" },
    });
    before.station.scans.scan("BG1003", "scanner");
    expect(run(before, "packing.reopen", { unitId, reasonCode: "reopen-1" })).toMatchObject({ ok: true });
    before.abandon();

    const after = composeStation(folder);
    expect(packingOf(after)).toMatchObject({
      box: { unitId, pieces: 5, voidSscc: first, packings: [{ isDivisible: true }] },
      last: { sscc: second },
    });
    const packedEventId = packingOf(after).box?.packings[0]?.packedEventId ?? "";
    expect(run(after, "packing.unpack", { unitId, packedEventId, quantity: 2 })).toMatchObject({ ok: true });
    expect(run(after, "packing.close", { unitId })).toMatchObject({ ok: true });
    expect(packingOf(after)).toMatchObject({ loose: 2, last: { unitId, labels: 0, job: null } });
    expect([first, second]).not.toContain(packingOf(after).last?.sscc);
    expect(after.station.scans.scan(`00${first}`, "scanner")).toMatchObject({ outcome: "unit-label-void" });
    after.close();
  });

  test("PK-22 any piece comes out of the middle of a box, by list or by scan; undone, it is in it once", () => {
    const at = composeAtWork(temporaryFolder());
    expect(run(at, "packing.open", { jobOrderId: "4731", kind: "box" })).toMatchObject({ ok: true });
    for (const serial of ["1", "2", "3"]) at.station.scans.scan(`SN${serial}`, "scanner");
    const { unitId = "", packings = [] } = packingOf(at).box ?? {};
    expect(packings.map(({ serial }) => serial)).toEqual(["3", "2", "1"]);
    const scanned = at.station.scans.scan("SN2", "scanner");
    expect(scanned).toMatchObject({ verdict: "duplicate", outcome: "piece-in-unit", details: { unitId } });
    const packedEventId = packings[1]?.packedEventId ?? "";
    expect(scanned.details.packedEventId).toBe(packedEventId);
    expect(run(at, "packing.unpack", { unitId, packedEventId })).toMatchObject({ ok: true });
    expect(packingOf(at)).toMatchObject({ loose: 1, box: { packings: [{ serial: "3" }, { serial: "1" }] } });
    const undo = at.station.services.screen().undo;
    const eventId = undo?.eventId ?? "";
    expect(undo).toMatchObject({ kind: "taken-out", quantity: 1, serial: "2", jobOrderId: "4731" });
    expect(run(at, "orders.undo", { eventId })).toMatchObject({ ok: true });
    expect(packingOf(at)).toMatchObject({
      loose: 0,
      box: { pieces: 3, packings: [{ serial: "2" }, {}, {}] },
    });
    expect(run(at, "orders.undo", { eventId })).toMatchObject({
      refusal: { code: "nothing-to-undo" },
    });
    at.close();
  });

  test("PK-12 a piece that was scanned is a duplicate after a restart, too", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    expect(before.station.scans.scan("SN0398", "scanner")).toMatchObject({ outcome: "piece-booked" });
    before.abandon();
    const after = composeStation(folder);
    expect(after.station.scans.scan("SN0398", "scanner")).toMatchObject({ verdict: "duplicate" });
    expect(after.station.services.screen().order?.good).toBe(1);
    after.close();
  });

  test("PK-10 without a printer the label lies in a folder; the same press again makes no second one, a new one a copy", async () => {
    const folder = temporaryFolder();
    const at = composeAtWork(folder);
    const sscc = closeBox(at, 5);
    const intentId = uuidv7();
    print(at, intentId);
    await until(() => packingOf(at).last?.job?.state === "lies");
    expect(print(at, intentId)).toMatchObject({ repeated: true });
    const labels = join(folder, "labels");
    expect(packingOf(at).last).toMatchObject({ labels: 1, job: { where: join(labels, `${sscc}.svg`) } });
    expect(readFileSync(join(labels, `${sscc}.svg`), "utf8")).toContain(`(00)${sscc}`);
    print(at);
    await until(() => existsSync(join(labels, `${sscc}-copy-2.svg`)));
    expect(readFileSync(join(labels, `${sscc}-copy-2.zpl`), "utf8")).toContain("COPY 2");
    expect(readdirSync(labels)).toHaveLength(4);
    at.close();
  });

  test("PK-10 a printer gets the label once; one that is not there is told and nothing is tried again", async () => {
    const folder = temporaryFolder();
    const received: string[] = [];
    const printer = createServer((socket) => {
      let text = "";
      socket.on("data", (bytes) => {
        text += bytes.toString("utf8");
      });
      socket.on("end", () => received.push(text));
    });
    await new Promise<void>((resolve) => printer.listen(0, "127.0.0.1", resolve));
    const address = printer.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const config = parseConfig(JSON.stringify({ labelPrinter: { host: "127.0.0.1", port } }), "test");
    const at = composeAtWork(folder, { config });
    const sscc = closeBox(at, 5);
    print(at);
    await until(() => packingOf(at).last?.job?.state === "sent" && received.length > 0);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(new RegExp(`^\\^XA[\\s\\S]*\\(00\\)${sscc}[\\s\\S]*\\^XZ\\n$`));
    await new Promise((resolve) => printer.close(resolve));
    print(at);
    await until(() => packingOf(at).last?.job?.state === "failed");
    expect(packingOf(at).last).toMatchObject({ labels: 2, job: { why: "ECONNREFUSED" } });
    expect(received).toHaveLength(1);
    at.close();
  });

  test("PK-5 scrap, corrections and undo leave what is packed; the person is told in words", () => {
    const folder = temporaryFolder();
    const at = composeAtWork(folder);
    const booked = bookGood(at, 5);
    run(at, "packing.open", { jobOrderId: "4731", kind: "box" });
    const unitId = packingOf(at).box?.unitId ?? "";
    run(at, "packing.pack", { unitId, jobOrderId: "4731", quantity: 5 });
    const eventId = booked.ok ? (booked.eventId ?? "") : "";
    expect(run(at, "orders.undo", { eventId })).toMatchObject({
      ok: false,
      refusal: { code: "pieces-packed" },
    });
    const packedEventId = packingOf(at).box?.packings[0]?.packedEventId ?? "";
    expect(run(at, "packing.unpack", { unitId, packedEventId })).toMatchObject({ ok: true });
    expect(run(at, "orders.undo", { eventId })).toMatchObject({ ok: true });
    at.close();
  });
});
