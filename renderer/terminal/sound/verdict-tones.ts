import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";

export interface Tone {
  readonly fromHz: number;
  readonly toHz: number;
  readonly durationMs: number;
}

const steady = (hz: number, durationMs: number): Tone => ({ fromHz: hz, toHz: hz, durationMs });
const falling = (durationMs: number): Tone => ({ fromHz: 880, toHz: 440, durationMs });

/** The sound of each verdict, told apart without looking. Played with 60 ms between the tones. */
export const verdictTones: Readonly<Record<ScanVerdict, readonly Tone[]>> = {
  done: [steady(1_400, 90)],
  shown: [steady(1_000, 20)],
  duplicate: [steady(700, 60), steady(700, 60)],
  wrong: [falling(200), falling(200)],
  blocked: [falling(200), falling(200)],
  ambiguous: [steady(600, 80), steady(800, 80), steady(1_000, 80)],
  unknown: [falling(200)],
};
