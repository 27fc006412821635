import { describe, expect, onTestFinished, test } from "vitest";
import { mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import {
  openReader,
  openWriter,
  type Row,
  rowsOf,
  START_US,
  tendAll,
} from "../signals/testing/signal-rig.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { measuredValues } from "./measured-values.ts";

const signal = (signalId: string, meaning: string, change: object = {}) => ({
  ...{ signalId, meaning, node: `nsu=urn:lathe;s=${signalId}`, ...change },
});
const { machines } = mappingFileSchema.parse({
  format: "takt-mapping",
  version: 1,
  machines: [
    {
      machineId: "lathe",
      name: "Lathe",
      workUnit: "CNC-2",
      endpointUrl: "opc.tcp://127.0.0.1:1",
      signals: [
        signal("load", "measure", { unit: "%" }),
        signal("temperature", "measure", { unit: "Cel", scale: 0.1 }),
        signal("mode", "other"),
        signal("never", "measure"),
      ],
    },
  ],
});

const utc = (second: number) => new Date(START_US / 1_000 + second * 1_000).toISOString();

describe("what a piece's machine measured, at the station", () => {
  test("MA-36 mean, lowest and highest are those of the piece's own time, with the scale of the mapping", () => {
    const folder = temporaryFolder();
    const clock = { us: START_US };
    const writer = openWriter(folder, clock);
    onTestFinished(() => writer.close());
    const numbers = writer.register(
      ["load", "temperature", "mode"].map((signalId) => ({ machineId: "lathe", signalId })),
    );
    const rows: Row[] = [];
    for (let second = 0; second < 300; second += 1) {
      const isPiece = second >= 100 && second < 160;
      for (const { number } of numbers)
        rows.push({ signal: number, atUs: START_US + second * 1e6, value: isPiece ? 60 + (second % 2) : 5 });
    }
    writer.append(rowsOf(rows));
    clock.us = START_US + 300e6;
    writer.flush();
    tendAll(writer);
    const reader = openReader(folder);
    onTestFinished(() => reader.close());
    expect(measuredValues(reader, machines, { fromUtc: utc(100), toUtc: utc(159) })).toEqual([
      { machineId: "lathe", signalId: "load", unit: "%", mean: 60.5, min: 60, max: 61 },
      { machineId: "lathe", signalId: "temperature", unit: "Cel", mean: 6.05, min: 6, max: 6.1 },
    ]);
    expect(measuredValues(reader, machines, { fromUtc: utc(4_000), toUtc: utc(4_001) })).toEqual([]);
  });
});
