import type { MachineDifference } from "../../../shared/domain/machines/mapping-changes.ts";
import type { Text } from "../text/use-text.ts";

const NAMED = 6;

/** A difference in lines: what of the machine, and which of its values. */
export function differenceWords({ parts, ...lists }: MachineDifference, t: Text): readonly string[] {
  const ofMachine = parts.map((part) => t(`exchange.part-${part}`)).join(", ");
  const ofValues = (["added", "changed", "removed"] as const).flatMap((what) => {
    const names = lists[what];
    if (names.length === 0) return [];
    const rest = names.length > NAMED ? ", …" : "";
    return [
      t(`exchange.values-${what}`, { count: names.length, names: names.slice(0, NAMED).join(", ") + rest }),
    ];
  });
  return ofMachine === "" ? ofValues : [t("exchange.parts", { parts: ofMachine }), ...ofValues];
}
