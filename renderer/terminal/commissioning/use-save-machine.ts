import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import type { Explored } from "./assistant-state.ts";
import { mappingWith } from "./mapping-with.ts";

/** Puts the machine into the station's mapping as it is now; a refusal is shown and nothing is changed. */
export function useSaveMachine(
  { name, connection, signals, alarmSources }: Explored,
  onSaved: () => void,
): { readonly busy: boolean; save(): Promise<void> } {
  const { ask, model } = useScreen();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const stored = await ask("commissioning.mapping", {});
      if (stored?.ok !== true) return;
      const { text, version } = stored.value;
      const { workUnit } = model.station;
      const { text: next, machineId } = mappingWith(text, {
        name,
        workUnit,
        connection,
        signals,
        alarmSources,
      });
      const { password } = connection;
      const passwords = password === null ? {} : { [machineId]: password };
      const input = { intentId: crypto.randomUUID(), text: next, basedOn: version, passwords };
      const answer = await ask("commissioning.saveMapping", input);
      if (answer?.ok === true) onSaved();
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
