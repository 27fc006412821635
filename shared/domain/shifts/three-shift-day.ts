import type { ShiftCalendar } from "./shift-calendar.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const week: ShiftCalendar["week"] = [
  {
    shiftCode: "early",
    name: { en: "Early", de: "Früh", da: "Dag", pl: "Ranna" },
    ...{ days: everyDay, from: "06:00", to: "14:00", breaks: [] },
  },
  {
    shiftCode: "late",
    name: { en: "Late", de: "Spät", da: "Aften", pl: "Popoł." },
    ...{ days: everyDay, from: "14:00", to: "22:00", breaks: [] },
  },
  {
    shiftCode: "night",
    name: { en: "Night", de: "Nacht", da: "Nat", pl: "Nocna" },
    ...{ days: everyDay, from: "22:00", to: "06:00", breaks: [] },
  },
];
const byZone = new Map<string, ShiftCalendar>();

/** What a station goes by while the MES has sent it no calendar: work around the clock, so nothing is called unplanned. */
export function threeShiftDay(timeZone: string): ShiftCalendar {
  const known = byZone.get(timeZone);
  if (known !== undefined) return known;
  const made = { shiftCalendarId: "three-shifts", workUnits: null, timeZone, week, exceptions: [] };
  byZone.set(timeZone, made);
  return made;
}
