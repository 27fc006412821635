import { useState } from "react";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { AddressStep } from "./AddressStep.tsx";
import type { AssistantState } from "./assistant-state.ts";
import { BrowseStep } from "./BrowseStep.tsx";
import { MachineStep } from "./MachineStep.tsx";
import { MeaningStep } from "./MeaningStep.tsx";
import { ProveStep } from "./ProveStep.tsx";
import { SavedStep } from "./SavedStep.tsx";
import { SecurityStep } from "./SecurityStep.tsx";

/** From the address of a machine to its mapping, one question at a time and without typing. */
export function CommissioningScreen() {
  const [state, setState] = useState<AssistantState>({ step: "address" });
  switch (state.step) {
    case "address":
      return <AddressStep state={state} onGo={setState} />;
    case "security":
      return <SecurityStep state={state} onGo={setState} />;
    case "machine":
      return <MachineStep state={state} onGo={setState} />;
    case "browse":
      return <BrowseStep state={state} onGo={setState} />;
    case "meaning":
      return <MeaningStep state={state} onGo={setState} />;
    case "prove":
      return <ProveStep state={state} onGo={setState} />;
    case "saved":
      return <SavedStep state={state} onGo={setState} />;
    default:
      return unreachable(state);
  }
}
