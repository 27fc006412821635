import type { ShiftCalendar } from "../../shared/domain/shifts/shift-calendar.ts";

type Shift = ShiftCalendar["week"][number];

const days = [1, 2, 3, 4, 5, 6, 7];

/** Three shifts on all days and no breaks: whenever somebody tries the plant, somebody is meant to work. */
export function demoShiftCalendar(timeZone: string): ShiftCalendar {
  return {
    shiftCalendarId: "HALL-2",
    workUnits: null,
    timeZone,
    week: [
      shift("EARLY", "06:00-14:00", { en: "Early", de: "Früh", da: "Dag", pl: "Ranna" }),
      shift("LATE", "14:00-22:00", { en: "Late", de: "Spät", da: "Aften", pl: "Popoł." }),
      shift("NIGHT", "22:00-06:00", { en: "Night", de: "Nacht", da: "Nat", pl: "Nocna" }),
    ],
    exceptions: [],
  };
}

function shift(shiftCode: string, hours: string, name: Shift["name"]): Shift {
  const [from = "", to = ""] = hours.split("-");
  return { shiftCode, name, days, from, to, breaks: [] };
}
