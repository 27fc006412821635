import type { AssistantState } from "./assistant-state.ts";

/** What each question of the assistant is given: all that is known, and the way on. */
export interface StepProps<Step extends AssistantState["step"]> {
  readonly state: Extract<AssistantState, { readonly step: Step }>;
  readonly onGo: (next: AssistantState) => void;
}
