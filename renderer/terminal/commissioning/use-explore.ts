import { useState } from "react";
import type { MachineConnection, OfferedEndpoints } from "../../../shared/screen/commissioning.ts";
import { useScreen } from "../app/screen-context.ts";
import type { AssistantState } from "./assistant-state.ts";

export type Exploration = "found" | "login-refused" | "refused";

/** Looks into the machine and goes on with what was found; whatever else comes of it is shown already. */
export function useExplore(
  offered: OfferedEndpoints,
  onGo: (next: AssistantState) => void,
): { readonly busy: boolean; explore(connection: MachineConnection): Promise<Exploration> } {
  const { ask } = useScreen();
  const [busy, setBusy] = useState(false);
  const explore = async (connection: MachineConnection): Promise<Exploration> => {
    setBusy(true);
    const answer = await ask("commissioning.explore", { connection });
    setBusy(false);
    if (answer?.ok !== true) {
      return answer?.refusal.code === "login-refused" ? "login-refused" : "refused";
    }
    const name = answer.value.recognised[0]?.name ?? offered.applicationName;
    const { alarmSources } = answer.value;
    onGo({ step: "machine", connection, machine: answer.value, name, signals: [], alarmSources });
    return "found";
  };
  return { busy, explore };
}
