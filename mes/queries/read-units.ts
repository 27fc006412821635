import type { SerialGenealogy, UnitPage } from "../../shared/protocol/unit-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { ordersOfSerial, ordersOfUnits, unitsOfSscc } from "../repositories/packing-repository.ts";
import { boxesOfPieces } from "./boxes-of-pieces.ts";
import { readNames } from "./names.ts";
import { readOrderGenealogy } from "./read-genealogy.ts";
import { readSerialsOfOrders, readUnitsOfOrders } from "./read-packed.ts";
import { outerUnits, unitRow } from "./unit-row.ts";

/** The unit with an SSCC, with all that is in it. @returns undefined when no station told of it */
export async function readUnitPage(
  db: Queries,
  sscc: string,
  vocabulary: Vocabulary,
): Promise<Omit<UnitPage, "asOfUtc"> | undefined> {
  const named = await unitsOfSscc(db, sscc);
  if (named.length === 0) return undefined;
  const orders = await ordersOfUnits(db, named);
  const around = await readUnitsOfOrders(db, orders, vocabulary);
  const units = around.filter((unit) => named.includes(unit.unitId));
  const outerOf = outerUnits(around);
  return {
    sscc,
    units: units.map((unit) => ({
      ...unitRow(unit, outerOf),
      customerName: unit.customerName,
      labels: unit.labels,
      voidSsccs: [...unit.voidSsccs],
      contents: unit.packings.map(({ jobOrderId, quantity, serials, child }) => ({
        jobOrderId,
        quantity,
        serials: [...serials],
        sscc: child?.sscc ?? null,
      })),
    })),
  };
}

/** Back from the number of a piece: one entry for each piece that has it. @returns undefined when none has */
export async function readSerialGenealogy(
  db: Queries,
  serial: string,
  vocabulary: Vocabulary,
): Promise<Omit<SerialGenealogy, "asOfUtc"> | undefined> {
  const orders = await ordersOfSerial(db, serial);
  const all = await readSerialsOfOrders(db, orders, vocabulary);
  const named = all.filter((piece) => piece.serial === serial);
  if (named.length === 0) return undefined;
  const units = await readUnitsOfOrders(db, orders, vocabulary);
  const outerOf = outerUnits(units);
  const boxOf = boxesOfPieces(units);
  const names = await readNames(db);
  const pieces: SerialGenealogy["pieces"] = [];
  for (const { eventId, itemId, jobOrderId, stationId, piece, atUtc, personId } of named) {
    const backward = await readOrderGenealogy(db, jobOrderId, { vocabulary, piece: { stationId, piece } });
    const holder = boxOf({ itemId, serial, stationId });
    pieces.push({
      eventId,
      itemId,
      jobOrderId,
      stationId,
      piece,
      atUtc,
      personName: names.person(personId),
      unit: holder === undefined ? null : unitRow(holder, outerOf),
      lots: backward?.lots ?? [],
      work: backward?.work.filter((work) => work.stationId === stationId) ?? [],
    });
  }
  return { serial, pieces };
}
