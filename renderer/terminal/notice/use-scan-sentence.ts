import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { dueLine } from "../text/due-words.ts";
import { useAmount } from "../text/use-amount.ts";
import { useText } from "../text/use-text.ts";
import { scanSentence } from "./scan-sentence.ts";

export function useScanSentence(): (scan: ScanView) => string {
  const { time } = useScreen();
  const nowMs = useNowMs();
  const t = useText();
  const amount = useAmount();
  return (scan) => scanSentence(scan, t, { instant: (utc) => dueLine(utc, nowMs, time), amount });
}
