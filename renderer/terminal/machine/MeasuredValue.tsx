import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { LiveValue } from "./LiveValue.tsx";
import { limitsWords } from "./limits-words.ts";
import { unitSign } from "./unit-sign.ts";
import { useValueNote } from "./use-value-note.ts";
import { valueWords } from "./value-words.ts";

/** One value of a machine with its unit and its age. */
export function MeasuredValue({
  value,
  machine,
}: {
  readonly value: LiveValueView;
  readonly machine: MachineView;
}) {
  const number = useNumber();
  const t = useText();
  const noteOf = useValueNote();
  const { note, stale } = noteOf(value, machine);
  const beyond = stale ? null : limitsWords(value, { t, number });
  const isSwitch = value.meaning === "alarm" && typeof value.value === "number";
  const words = isSwitch
    ? t(value.value === 0 ? "machine.alarm-off" : "machine.alarm-on")
    : valueWords(value, number);
  return (
    <LiveValue
      label={value.name}
      value={words}
      unit={unitSign(value.unit)}
      words={typeof value.value === "string" && value.value.length > 9}
      note={beyond ?? note}
      stale={stale}
      outside={beyond !== null}
    />
  );
}
