import { useState } from "react";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { useScreen } from "../app/screen-context.ts";
import { AddressStep } from "./AddressStep.tsx";
import type { AssistantState } from "./assistant-state.ts";
import { BrowseStep } from "./BrowseStep.tsx";
import { CompareStep } from "./CompareStep.tsx";
import { ExchangeStep } from "./ExchangeStep.tsx";
import { ImportedStep } from "./ImportedStep.tsx";
import { ImportLoginStep } from "./ImportLoginStep.tsx";
import { LimitsStep } from "./LimitsStep.tsx";
import { LoginStep } from "./LoginStep.tsx";
import { MachineStep } from "./MachineStep.tsx";
import { MeaningStep } from "./MeaningStep.tsx";
import { ProveStep } from "./ProveStep.tsx";
import { SavedStep } from "./SavedStep.tsx";
import { SecurityStep } from "./SecurityStep.tsx";
import { UnitStep } from "./UnitStep.tsx";

/** From the address of a machine to its mapping, one question at a time and without typing. */
export function CommissioningScreen() {
  const { firstQuestion } = useScreen();
  const [state, setState] = useState<AssistantState>(firstQuestion);
  switch (state.step) {
    case "address":
      return <AddressStep state={state} onGo={setState} />;
    case "security":
      return <SecurityStep state={state} onGo={setState} />;
    case "login":
      return <LoginStep state={state} onGo={setState} />;
    case "machine":
      return <MachineStep state={state} onGo={setState} />;
    case "browse":
      return <BrowseStep state={state} onGo={setState} />;
    case "meaning":
      return <MeaningStep state={state} onGo={setState} />;
    case "unit":
      return <UnitStep state={state} onGo={setState} />;
    case "limits":
      return <LimitsStep state={state} onGo={setState} />;
    case "prove":
      return <ProveStep state={state} onGo={setState} />;
    case "saved":
      return <SavedStep state={state} onGo={setState} />;
    case "exchange":
      return <ExchangeStep state={state} onGo={setState} />;
    case "compare":
      return <CompareStep state={state} onGo={setState} />;
    case "import-login":
      return <ImportLoginStep state={state} onGo={setState} />;
    case "imported":
      return <ImportedStep state={state} onGo={setState} />;
    default:
      return unreachable(state);
  }
}
