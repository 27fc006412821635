import { type MachineMapping, machineMappingSchema } from "../../../../shared/domain/machines/mapping.ts";
import type { SignalReader } from "../../signals/signal-reader-port.ts";
import type { RollupSource } from "../../sync/rollup-port.ts";
import type { RealMes } from "../../testing/real-mes.ts";
import { nextParcel } from "../next-parcel.ts";

/** A machine whose signals tests store. */
const PRESS: MachineMapping = machineMappingSchema.parse({
  machineId: "press",
  name: "Press 1",
  workUnit: "PRESS-1",
  endpointUrl: "opc.tcp://127.0.0.1:1",
  signals: [
    { signalId: "good", node: "nsu=urn:p;s=good", meaning: "count-good" },
    { signalId: "force", node: "nsu=urn:p;s=force", meaning: "measure", unit: "kN", scale: 0.1 },
  ],
});

/** Reads in this thread what the product reads in one of its own. */
export function sourceOf(reader: () => SignalReader): RollupSource {
  return {
    next: (position, limit) =>
      Promise.resolve(nextParcel(position, { reader: reader(), machines: [PRESS], limit })),
    confirmed: () => undefined,
    rest: () => undefined,
  };
}

/** Rows as text, one a bucket: what a store comes to, or what the MES holds of it. */
export type BucketLines = readonly string[];

export async function bucketsAt(
  mes: RealMes,
  stationId: string,
  bucketSeconds: number,
): Promise<BucketLines> {
  const rows = await mes.mes.database.query<{ readonly line: string }>(
    `SELECT concat_ws(' ', machine_id, signal_id, start_seconds, count, bad, min, max, first, last,
       round(integral::numeric, 6), round(covered_seconds::numeric, 6)) AS line
     FROM machine_rollup WHERE station_id = $1 AND bucket_seconds = $2 ORDER BY signal_id, start_seconds`,
    [stationId, bucketSeconds],
  );
  return rows.map(({ line }) =>
    line.replaceAll(/\.?0+(?= |$)/g, (zeros) => (zeros.startsWith(".") ? "" : zeros)),
  );
}

export function bucketsIn(
  reader: SignalReader,
  bucket: "minute" | "hour",
  span: { readonly fromUs: number; readonly toUs: number },
): BucketLines {
  return reader
    .signals()
    .toSorted((left, right) => (left.signalId < right.signalId ? -1 : 1))
    .flatMap(({ machineId, signalId, number }) => {
      const rollup = reader.rollup(number, bucket, span);
      return Array.from(rollup.startUs, (startUs, row) =>
        [
          machineId,
          signalId,
          startUs / 1e6,
          ...[rollup.count, rollup.bad, rollup.min, rollup.max, rollup.first, rollup.last].map(
            (column) => column[row],
          ),
          Number((rollup.integral[row] ?? 0).toFixed(6)),
          Number((rollup.coveredSeconds[row] ?? 0).toFixed(6)),
        ]
          .filter((value) => !Number.isNaN(value))
          .join(" "),
      );
    });
}
