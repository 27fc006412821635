/**
 * Loaded in front of a program (node --import): writes how late its event loop was into the file LOOP_DELAY_FILE once a
 * second, counted from the last SIGUSR2 on.
 */
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface LoopDelay {
  readonly p50Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
  readonly samples: number;
}

const RESOLUTION_MS = 1;
const WRITE_EVERY_MS = 1_000;

const file = process.env.LOOP_DELAY_FILE;
if (file !== undefined) watch(file);

function watch(path: string): void {
  // Children of the program are not meant.
  delete process.env.LOOP_DELAY_FILE;
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  process.on("SIGUSR2", () => histogram.reset());
  // The histogram holds intervals between ticks of a timer: the timer's own interval is not delay.
  const ms = (ns: number): number => Math.max(0, ns / 1e6 - RESOLUTION_MS);
  setInterval(() => {
    const delay: LoopDelay = {
      p50Ms: ms(histogram.percentile(50)),
      p999Ms: ms(histogram.percentile(99.9)),
      maxMs: ms(histogram.max),
      samples: histogram.count,
    };
    writeFileSync(path, JSON.stringify(delay));
  }, WRITE_EVERY_MS).unref();
}
