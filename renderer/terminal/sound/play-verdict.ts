import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";
import { type Tone, verdictTones } from "./verdict-tones.ts";

const GAP_S = 0.06;
const LOUDNESS = 0.5;
const EDGE_S = 0.005; // a tone that starts or ends at full level clicks

let context: AudioContext | null = null;

/** Plays the sound of a verdict. Sound is never the only channel, so a panel without audio is no fault. */
export function playVerdict(verdict: ScanVerdict): void {
  try {
    context ??= new AudioContext();
    // A context made before the first touch is suspended; a scan is reason enough to wake it.
    context.resume().catch(() => undefined);
    let startS = context.currentTime;
    for (const tone of verdictTones[verdict]) {
      playTone(context, tone, startS);
      startS += tone.durationMs / 1000 + GAP_S;
    }
  } catch {
    // No audio device or none allowed: the bar, the frame and the strip say the same.
  }
}

function playTone(audio: AudioContext, tone: Tone, startS: number): void {
  const endS = startS + tone.durationMs / 1000;
  const oscillator = audio.createOscillator();
  const level = audio.createGain();
  oscillator.frequency.setValueAtTime(tone.fromHz, startS);
  oscillator.frequency.linearRampToValueAtTime(tone.toHz, endS);
  level.gain.setValueAtTime(0, startS);
  level.gain.linearRampToValueAtTime(LOUDNESS, startS + EDGE_S);
  level.gain.setValueAtTime(LOUDNESS, endS - EDGE_S);
  level.gain.linearRampToValueAtTime(0, endS);
  oscillator.connect(level).connect(audio.destination);
  oscillator.start(startS);
  oscillator.stop(endS);
}
