import { useEffect, useState } from "react";
import type { MachineTrend } from "../../../shared/screen/machine-trend.ts";
import { useScreen } from "../app/screen-context.ts";

export const SPANS_MS = { half: 30 * 60_000, day: 24 * 60 * 60_000 } as const;
export type TrendSpan = keyof typeof SPANS_MS;

/** One point is some pixels wide, so asking more often shows nothing new. */
const AGAIN_AFTER_MS: Readonly<Record<TrendSpan, number>> = { half: 5_000, day: 60_000 };
const POINTS = 400;

interface Answered {
  readonly question: string;
  readonly trend: MachineTrend;
}

/**
 * The curves of these signals, read anew as time passes. @returns null until the first answer; the last one stays while
 * the station does not answer
 */
export function useTrend(
  machineId: string,
  signalIds: readonly string[],
  span: TrendSpan,
): MachineTrend | null {
  const { readTrend } = useScreen();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const wanted = signalIds.join(" ");
  const question = `${machineId} ${span} ${wanted}`;
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const input = {
          machineId,
          signalIds: wanted === "" ? [] : wanted.split(" "),
          spanMs: SPANS_MS[span],
          points: POINTS,
        };
        const trend = await readTrend(input);
        if (!isOver) setAnswered({ question, trend });
      } catch {
        // The last picture stays; its age shows in the live values. It is asked again like any other.
      }
      if (!isOver) timer = setTimeout(() => void ask(), AGAIN_AFTER_MS[span]);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [readTrend, machineId, wanted, span, question]);
  return answered?.question === question ? answered.trend : null;
}
