import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import { type Alarm, type AlarmBook, type Conditions, type Wish, withAlarm } from "./conditions.ts";

/** What can be done to a machine from outside. */
export type Deed =
  | { readonly kind: "drive"; readonly to: Wish }
  | { readonly kind: "material"; readonly to: "starve" | "block" | "feed" }
  | { readonly kind: "alarm"; readonly to: "raise" | "clear"; readonly code: string }
  | { readonly kind: "chance"; readonly isOn: boolean }
  | { readonly kind: "wear"; readonly part: string; readonly percent: number }
  | { readonly kind: "count"; readonly parts: number }
  | { readonly kind: "counter"; readonly to: number };

export type ConditionsDeed = Extract<Deed, { kind: "drive" | "material" | "alarm" | "chance" }>;

/** Does what every machine can do. @returns the new conditions, or why not, naming what is possible */
export function changeConditions(
  conditions: Conditions,
  deed: ConditionsDeed,
  book: AlarmBook,
): Result<Conditions, string> {
  switch (deed.kind) {
    case "drive":
      return accept({ ...conditions, wish: deed.to });
    case "material":
      return accept({ ...conditions, isStarved: deed.to === "starve", isBlocked: deed.to === "block" });
    case "chance":
      return accept({ ...conditions, chance: { isOn: deed.isOn, current: undefined } });
    case "alarm":
      return changeAlarm(conditions, deed, book);
    default:
      return deed satisfies never;
  }
}

function changeAlarm(
  conditions: Conditions,
  { to, code }: Extract<Deed, { kind: "alarm" }>,
  book: AlarmBook,
): Result<Conditions, string> {
  if (to === "clear" && code === "all") return accept({ ...conditions, alarms: [] });
  if (!book.some((alarm: Alarm) => alarm.code === code)) {
    return refuse(`there is no alarm "${code}"; there are: ${book.map((alarm) => alarm.code).join(", ")}`);
  }
  return accept(withAlarm(conditions, code, to === "raise"));
}
