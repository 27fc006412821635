import { useState } from "react";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { useScreen } from "../app/screen-context.ts";
import { AddressStep } from "./AddressStep.tsx";
import { afterStep } from "./after-step.ts";
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
  const go = (next: AssistantState) => setState((present) => afterStep(present, state, next));
  switch (state.step) {
    case "address":
      return <AddressStep state={state} onGo={go} />;
    case "security":
      return <SecurityStep state={state} onGo={go} />;
    case "login":
      return <LoginStep state={state} onGo={go} />;
    case "machine":
      return <MachineStep state={state} onGo={go} />;
    case "browse":
      return <BrowseStep state={state} onGo={go} />;
    case "meaning":
      return <MeaningStep state={state} onGo={go} />;
    case "unit":
      return <UnitStep state={state} onGo={go} />;
    case "limits":
      return <LimitsStep state={state} onGo={go} />;
    case "prove":
      return <ProveStep state={state} onGo={go} />;
    case "saved":
      return <SavedStep state={state} onGo={go} />;
    case "exchange":
      return <ExchangeStep state={state} onGo={go} />;
    case "compare":
      return <CompareStep state={state} onGo={go} />;
    case "import-login":
      return <ImportLoginStep state={state} onGo={go} />;
    case "imported":
      return <ImportedStep state={state} onGo={go} />;
    default:
      return unreachable(state);
  }
}
