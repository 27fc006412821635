import { useEffect, useState } from "react";
import type { PastAlarmView } from "../../../shared/screen/alarm-facts.ts";
import { useScreen } from "../app/screen-context.ts";
import { SPANS_MS } from "./use-trend.ts";

/** What has just gone is in the store a second later. */
const AGAIN_AFTER_MS = 5_000;
/** No curve is asked for; the least that may be. */
const POINTS = 10;

/** Alarms of the last 24 hours that are over, read anew as time passes; empty until they are known. */
export function usePastAlarms(machineId: string): readonly PastAlarmView[] {
  const { readTrend } = useScreen();
  const [alarms, setAlarms] = useState<readonly PastAlarmView[]>([]);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const span = { spanMs: SPANS_MS.day, points: POINTS, withAlarms: true };
        const trend = await readTrend({ machineId, signalIds: [], ...span });
        if (!isOver) setAlarms(trend.alarms);
      } catch {
        // What was read last stays; what is active comes with the screen and does not depend on it.
      }
      if (!isOver) timer = setTimeout(() => void ask(), AGAIN_AFTER_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [readTrend, machineId]);
  return alarms;
}
