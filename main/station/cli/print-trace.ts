import type { LotUsage } from "../../../shared/domain/genealogy/lot-usage.ts";
import type { RepairedPieces } from "../../../shared/domain/orders/repaired-pieces.ts";
import type { MeasuredValue } from "./measured-values.ts";
import type { StationTrace, TraceSubject } from "./trace-journal.ts";

/** What is known of a thing, with what its machines measured meanwhile. */
export type MeasuredTrace = StationTrace & { readonly values: readonly MeasuredValue[] };

/** @returns the exit code: 1 when the station knows of no such thing */
export function printTrace(trace: MeasuredTrace | undefined, asked: TraceSubject, asJson: boolean): number {
  if (trace === undefined) {
    console.error(`This station has recorded nothing of ${asked.kind} ${asked.id}.`);
    return 1;
  }
  if (asJson) console.log(JSON.stringify(trace));
  else for (const line of linesOf(trace)) console.log(line);
  return 0;
}

function linesOf(trace: MeasuredTrace): readonly string[] {
  const { kind, id, piece, repairs, reworkOrders, lots, partakers, overrides, instructions, values } = trace;
  return [
    piece === null
      ? `${kind} ${id}`
      : `${kind} ${id}: number ${piece.piece} of order ${piece.jobOrderId}, ${piece.atUtc}`,
    ...(repairs === null ? [] : [repairLine("repairs", repairs)]),
    ...reworkOrders.map((one) => repairLine("repaired by", one)),
    ...lots.map(lotLine),
    ...partakers.map(({ kind: who, id: name, fromPieces, toPieces, fromUtc, toUtc }) =>
      ["", who, name, range(fromPieces, toPieces), fromUtc, toUtc].join("\t"),
    ),
    ...instructions.map(({ documentId, title, revision, fromPieces, toPieces, fromUtc }) =>
      [
        "",
        "instruction",
        `${documentId} ${title}`.trim(),
        `revision ${revision}`,
        range(fromPieces, toPieces),
        fromUtc,
      ].join("\t"),
    ),
    ...values.map(({ machineId, signalId, unit, mean, min, max }) =>
      ["", "value", `${machineId} ${signalId}`, `${mean} ${unit}`.trim(), `${min} to ${max}`].join("\t"),
    ),
    ...overrides.map(({ lotId, rule, reasonCode, personId, atUtc }) =>
      ["", "override", `${lotId} ${rule}`, reasonCode, atUtc, personId ?? "-"].join("\t"),
    ),
  ];
}

function repairLine(meaning: string, { jobOrderId, pieces }: RepairedPieces): string {
  return ["", meaning, `order ${jobOrderId}`, `${pieces} pieces`].join("\t");
}

function lotLine(usage: LotUsage): string {
  const { lotId, itemId, jobOrderId, fromPieces, toPieces, consumed, unit, fromUtc } = usage;
  const used = consumed === null ? "-" : `${consumed} ${unit}`.trim();
  return [
    "",
    "lot",
    `${lotId} ${itemId}`,
    `order ${jobOrderId} ${range(fromPieces, toPieces)}`,
    used,
    fromUtc,
  ].join("\t");
}

/** Pieces are counted from 1. */
function range(from: number, to: number): string {
  return to > from ? `pieces ${from + 1}-${to}` : "no pieces";
}
