import { expect, test } from "vitest";
import { afterStep } from "./after-step.ts";
import type { AssistantState } from "./assistant-state.ts";

const asked: AssistantState = { step: "exchange" };
const back: AssistantState = { step: "address" };

test("C2 the answer of a slow machine leads on from where it was asked for, and never away from where the person went back to", () => {
  const next: AssistantState = { step: "exchange" };
  expect(afterStep(asked, asked, next)).toBe(next);
  expect(afterStep(back, asked, next)).toBe(back);
});

test("C2 what was saved is told, also to whoever went back meanwhile", () => {
  const saved: AssistantState = { step: "saved", name: "Press 1" };
  expect(afterStep(back, asked, saved)).toBe(saved);
});
