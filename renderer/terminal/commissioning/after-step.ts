import type { AssistantState } from "./assistant-state.ts";

/**
 * Where the assistant stands after a step said where to go. An answer of a machine may take a minute: whoever went back
 * meanwhile is not taken away again. That something was saved is told wherever they are.
 *
 * @param asked the state in which the step asked
 */
export function afterStep(
  present: AssistantState,
  asked: AssistantState,
  next: AssistantState,
): AssistantState {
  const isDone = next.step === "saved" || next.step === "imported";
  return present === asked || isDone ? next : present;
}
