/**
 * Loaded in front of a program (node --import): writes how late its event loop was into the file LOOP_DELAY_FILE once a
 * second, counted from the last SIGUSR2 on, and what the long delays were made of: work of the loop's own thread, waiting
 * for a processor that others had (the scheduler's count), or neither, which is waiting for the disk or for a lock.
 */
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";

export interface LoopDelay {
  readonly p50Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
  readonly samples: number;
  readonly long: LongDelays;
}

/** Of all delays above LONG_MS, in milliseconds. */
export interface LongDelays {
  readonly count: number;
  readonly ms: number;
  readonly ownMs: number;
  readonly waitedForCpuMs: number;
  /** Longest run of the garbage collector since the start. */
  readonly longestGcMs: number;
  /** The longest ones. */
  readonly worst: readonly (readonly [ms: number, ownMs: number, waitedForCpuMs: number])[];
}

const RESOLUTION_MS = 1;
const WRITE_EVERY_MS = 1_000;
const LONG_MS = 10;
const WORST = 12;
const NS_PER_MS = 1e6;

function watch(path: string): void {
  // Children of the program are not meant.
  delete process.env.LOOP_DELAY_FILE;
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  const long = new LongDelayWatch();
  process.on("SIGUSR2", () => {
    histogram.reset();
    long.reset();
  });
  // The histogram holds intervals between ticks of a timer: the timer's own interval is not delay.
  const ms = (ns: number): number => Math.max(0, ns / NS_PER_MS - RESOLUTION_MS);
  setInterval(() => {
    const delay: LoopDelay = {
      p50Ms: ms(histogram.percentile(50)),
      p999Ms: ms(histogram.percentile(99.9)),
      maxMs: ms(histogram.max),
      samples: histogram.count,
      long: long.delays,
    };
    writeFileSync(path, JSON.stringify(delay));
  }, WRITE_EVERY_MS).unref();
}

class LongDelayWatch {
  readonly #schedule = openSync("/proc/thread-self/schedstat", "r");
  readonly #text = Buffer.alloc(128);
  #longestGcMs = 0;
  #all: (readonly [ms: number, ownMs: number, waitedForCpuMs: number])[] = [];

  constructor() {
    let last = this.#look();
    const timer = setInterval(() => {
      const now = this.#look();
      const ms = now.atMs - last.atMs - RESOLUTION_MS;
      if (ms > LONG_MS) this.#all.push([ms, now.ranMs - last.ranMs, now.waitedMs - last.waitedMs]);
      last = now;
    }, RESOLUTION_MS);
    timer.unref();
    process.once("exit", () => closeSync(this.#schedule));
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#longestGcMs = Math.max(this.#longestGcMs, duration);
    }).observe({ entryTypes: ["gc"] });
  }

  get delays(): LongDelays {
    const sum = (part: 0 | 1 | 2): number => this.#all.reduce((total, delay) => total + delay[part], 0);
    return {
      count: this.#all.length,
      ms: sum(0),
      ownMs: sum(1),
      waitedForCpuMs: sum(2),
      longestGcMs: this.#longestGcMs,
      worst: this.#all.toSorted(([left], [right]) => right - left).slice(0, WORST),
    };
  }

  reset(): void {
    this.#all = [];
  }

  /** Time on a processor and time waiting for one, by the scheduler (Documentation/scheduler/sched-stats.rst). */
  #look(): { readonly atMs: number; readonly ranMs: number; readonly waitedMs: number } {
    const length = readSync(this.#schedule, this.#text, 0, this.#text.length, 0);
    const [ranNs = 0, waitedNs = 0] = this.#text.toString("latin1", 0, length).split(" ").map(Number);
    return { atMs: performance.now(), ranMs: ranNs / NS_PER_MS, waitedMs: waitedNs / NS_PER_MS };
  }
}

const file = process.env.LOOP_DELAY_FILE;
if (file !== undefined) watch(file);
