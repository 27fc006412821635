import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../main/station/testing/seeded-random.ts";

/** Samples of signals that were recorded together. */
export interface Recording {
  readonly name: string;
  readonly signals: readonly RecordedSignal[];
}

export interface RecordedSignal {
  readonly atUs: Float64Array;
  readonly value: Float64Array;
}

/** Licences keep these out of the repository: they lie beside it, or where TAKT_DATA says. */
const DATA = process.env.TAKT_DATA ?? join(process.cwd(), "..", "shared", "data");

/** @returns undefined when the data set is not there */
export function skab(): readonly Recording[] | undefined {
  return csvRecordings("skab", { pattern: "data/**/*.csv", separator: ";", columns: 8 });
}

/** Numenta's benchmark: what real machines and servers sent, no generated files. */
export function nab(): readonly Recording[] | undefined {
  return csvRecordings("nab", { pattern: "data/real*/*.csv", separator: ",", columns: 1 });
}

interface Csv {
  readonly pattern: string;
  readonly separator: string;
  readonly columns: number;
}

function csvRecordings(set: string, { pattern, separator, columns }: Csv): readonly Recording[] | undefined {
  const folder = join(DATA, set);
  if (!existsSync(folder)) return undefined;
  return globSync(join(folder, pattern))
    .sort()
    .map((path) => {
      const lines = readFileSync(path, "utf8").trim().split("\n").slice(1);
      const rows = lines.map((line) => line.split(separator));
      const atUs = Float64Array.from(rows, ([time = ""]) => Date.parse(`${time.replace(" ", "T")}Z`) * 1_000);
      const signals = Array.from({ length: columns }, (_, column) => ({
        atUs,
        value: Float64Array.from(rows, (row) => Number(row[column + 1])),
      }));
      return { name: path.slice(folder.length + 1), signals };
    });
}

const DAY_SECONDS = 86_400;

/** One day of eight signals of a machine at one value a second, as a controller with three decimals gives them. */
export function simulatedDay(): readonly Recording[] {
  const random = seededRandom(20_261_123);
  const startUs = Date.UTC(2026, 10, 23) * 1_000;
  const atUs = Float64Array.from(
    { length: DAY_SECONDS },
    (_, second) => startUs + second * 1e6 + Math.floor(random() * 4) * 1_000,
  );
  const noise = (): number => random() + random() + random() - 1.5;
  const signals = Array.from({ length: 8 }, (_, index) => {
    const period = 300 + 200 * index;
    const level = 20 + 10 * index;
    const width = 0.02 * 2 ** index;
    const value = Float64Array.from(
      { length: DAY_SECONDS },
      (_, second) =>
        Math.round((level + 5 * Math.sin((2 * Math.PI * second) / period) + width * noise()) * 1_000) / 1_000,
    );
    return { atUs, value };
  });
  return [{ name: "day", signals }];
}

/** A day of tags as a process has them: slow, with a little noise of the sensor. One value a second. */
export function processTags(): readonly (RecordedSignal & { readonly name: string })[] {
  const random = seededRandom(4_669_097);
  const noise = (): number => random() + random() + random() - 1.5;
  const startUs = Date.UTC(2026, 10, 23) * 1_000;
  const atUs = Float64Array.from({ length: DAY_SECONDS }, (_, second) => startUs + second * 1e6);
  const tag = (name: string, valueAt: (second: number) => number) => ({
    name,
    atUs,
    value: Float64Array.from(
      { length: DAY_SECONDS },
      (_, second) => Math.round(valueAt(second) * 1_000) / 1_000,
    ),
  });
  return [
    tag("oven", (second) => 180 + 60 * (1 - Math.exp(-(second % 14_400) / 2_400)) + 0.1 * noise()),
    tag("oil", (second) => 45 + 8 * Math.sin(second / 2_000) + 2 * Math.sin(second / 400) + 0.03 * noise()),
    tag("level", (second) => 10 + (second % 3_600) / 60 + 0.1 * noise()),
    tag("pressure", (second) => 6 + 2 * Math.floor((second % 7_200) / 1_800) + 0.01 * noise()),
  ];
}
