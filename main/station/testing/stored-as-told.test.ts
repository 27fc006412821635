import { expect, test } from "vitest";
import type { ToldEntry } from "../../simulator/told-book.ts";
import { createSampleColumns, type SampleColumns } from "../signals/sample-columns.ts";
import { storedAsTold } from "./stored-as-told.ts";

const OVERFLOW = 0x480;
const GAP = [{ fromUs: 2_500_000, toUs: 3_100_000 }];

function told(...values: readonly (number | null)[]): ToldEntry[] {
  return values.map((value, index) => ({
    machineId: "press",
    signalId: "count",
    value,
    status: value === null ? "BadOutOfService" : "Good",
    sourceMs: (index + 1) * 1_000,
  }));
}

/** Each as value, second of its source time, second of its arrival. */
function stored(
  ...rows: readonly (readonly [value: number, sourceS: number, arrivedS: number])[]
): SampleColumns {
  const columns = createSampleColumns(rows.length);
  columns.length = rows.length;
  for (const [row, [value, sourceS, arrivedS]] of rows.entries()) {
    columns.value[row] = value;
    columns.sourceUs[row] = sourceS * 1_000_000;
    columns.arrivedUs[row] = arrivedS * 1_000_000;
  }
  return columns;
}

test("what was stored as it was told has no fault; the overflow bit is the server's", () => {
  const rows = stored([1, 1, 1], [2, 2, 2]);
  rows.status[1] = OVERFLOW;
  expect(storedAsTold(told(1, 2), rows, [])).toEqual({
    told: 2,
    stored: 2,
    missing: 0,
    missingUnlisted: [],
    twice: 0,
    twiceUnlisted: [],
    invented: [],
  });
});

test("a lost value is listed or not by the arrival of its neighbours", () => {
  const rows = stored([1, 1, 1], [2, 2, 2], [4, 4, 4], [6, 6, 6]);
  const compared = storedAsTold(told(1, 2, 3, 4, 5, 6), rows, GAP);
  expect(compared.missing).toBe(2);
  expect(compared.missingUnlisted).toEqual(["5 of 5000, status 0, arrived between 4000000 and 6000000"]);
});

test("a value stored twice is listed when it came once more at the end of a gap", () => {
  const compared = storedAsTold(told(1, 2), stored([1, 1, 1], [1, 1, 3], [2, 2, 4], [2, 2, 5]), GAP);
  expect(compared.twice).toBe(2);
  expect(compared.twiceUnlisted).toEqual(["2 of 2000, status 0, arrived 5000000"]);
});

test("what a server was given once more without a change it need not tell; what nobody told is invented", () => {
  const compared = storedAsTold(told(1, null, null), stored([1, 1, 1], [Number.NaN, 2, 2]), []);
  expect(compared).toMatchObject({ told: 2, missing: 1, invented: ["NaN of 2000, status 0"] });
});
