import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import type { PlantTime } from "./plant-time.ts";
import { type Text, useText } from "./use-text.ts";

/** What it takes to say when something is: the language, the plant's clock and the time it is now. */
export interface Wording {
  readonly t: Text;
  readonly time: PlantTime;
  readonly nowMs: number;
}

export function useWording(): Wording {
  return { t: useText(), time: useScreen().time, nowMs: useNowMs() };
}
