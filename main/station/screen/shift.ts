import type { StationView } from "../../../shared/screen/screen-model.ts";

export type Shift = StationView["shift"];

const shifts: readonly (Shift & { readonly fromHour: number })[] = [
  { name: "early", from: "06", to: "14", fromHour: 6 },
  { name: "late", from: "14", to: "22", fromHour: 14 },
  { name: "night", from: "22", to: "06", fromHour: 22 },
];

/** The shift of a three-shift day in the plant's own time zone. */
export function shiftAt(atUtc: string, timeZone: string): Shift {
  const hour = localHour(atUtc, timeZone);
  const current = shifts.findLast((shift) => hour >= shift.fromHour) ?? shifts[2];
  if (current === undefined) throw new Error("No shift is defined");
  return { name: current.name, from: current.from, to: current.to };
}

/** When the shift that `atUtc` lies in began; rules of the zone's clock changes included. */
export function shiftStartUtc(atUtc: string, timeZone: string): string {
  const name = shiftAt(atUtc, timeZone).name;
  let startMs = Date.parse(atUtc) - (Date.parse(atUtc) % STEP_MS);
  while (shiftAt(new Date(startMs - 1).toISOString(), timeZone).name === name) startMs -= STEP_MS;
  return new Date(startMs).toISOString();
}

/** No zone is off UTC by less than a quarter of an hour (Kathmandu: 5:45), so every shift begins on one. */
const STEP_MS = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function localHour(atUtc: string, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
    formats.set(timeZone, format);
  }
  return Number(format.format(Date.parse(atUtc)));
}
