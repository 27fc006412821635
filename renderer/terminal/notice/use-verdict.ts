import { useEffect, useRef, useState } from "react";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { Notice } from "../app/view-state.ts";
import { playVerdict } from "../sound/play-verdict.ts";
import { verdictStaysMs } from "./verdict-stays.ts";

export interface Verdict {
  /** The scan whose verdict is on screen now. */
  readonly scan: ScanView | null;
  dismiss(): void;
}

/** A measured value stands in its piece on the check screen at once, in its own colour; a bar would only cover it. */
function needsBar(scan: ScanView): boolean {
  return scan.outcome !== "measured";
}

interface VerdictOptions {
  readonly staged: boolean;
  /** What a key led to; it is said where the bar lies, so the bar goes. */
  readonly notice: Notice | null;
}

/** Shows and sounds each new scan once. What was scanned before this screen was opened is only in the strip. */
export function useVerdict(lastScan: ScanView | null, { staged, notice }: VerdictOptions): Verdict {
  const seen = useRef(staged ? null : (lastScan?.scanId ?? null));
  const [shownId, setShownId] = useState<string | null>(null);

  useEffect(() => {
    if (lastScan === null || lastScan.scanId === seen.current) return;
    seen.current = lastScan.scanId;
    setShownId(lastScan.scanId);
    playVerdict(lastScan.verdict);
  }, [lastScan]);

  const verdict = lastScan?.verdict;
  useEffect(() => {
    const staysMs = verdict === undefined || shownId === null || staged ? null : verdictStaysMs(verdict);
    if (staysMs === null) return;
    const timer = setTimeout(() => setShownId(null), staysMs);
    return () => clearTimeout(timer);
  }, [shownId, verdict, staged]);

  useEffect(() => {
    if (notice !== null) setShownId(null);
  }, [notice]);

  const scan = lastScan !== null && lastScan.scanId === shownId && needsBar(lastScan) ? lastScan : null;
  return { scan, dismiss: () => setShownId(null) };
}
