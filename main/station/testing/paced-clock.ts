import type { Clock, Instant } from "../../../shared/lib/clock.ts";

const DAY_MS = 86_400_000;

interface Stretch {
  readonly fromWallMs: number;
  readonly elapsedMs: number;
  readonly factor: number;
}

/** The clocks of a station whose time runs as much faster as its machines' does, so that its rules see their true rates. */
export class PacedClock implements Clock {
  readonly #startUtcMs = Date.now();
  /** One for each change of the pace, newest last. */
  readonly #stretches: Stretch[] = [{ fromWallMs: wallMs(), elapsedMs: 0, factor: 1 }];

  /** Simulated milliseconds since the beginning. */
  get elapsedMs(): number {
    return this.#elapsedAt(wallMs());
  }

  get factor(): number {
    return this.#stretches.at(-1)?.factor ?? 1;
  }

  run(factor: number): void {
    const fromWallMs = wallMs();
    this.#stretches.push({ fromWallMs, elapsedMs: this.#elapsedAt(fromWallMs), factor });
  }

  now(): Instant {
    const { elapsedMs } = this;
    return {
      atUtc: new Date(this.#startUtcMs + elapsedMs).toISOString(),
      monoNs: String(BigInt(Math.round(elapsedMs * 1_000)) * 1_000n),
      bootId: "boot-1",
      clockState: "trusted",
    };
  }

  /** What a machine's clock, which runs with the wall's and may be days off, would have shown in simulated time. */
  paced(sourceUtc: string): string {
    const sourceMs = Date.parse(sourceUtc);
    const wrongMs = Math.round((sourceMs - wallMs()) / DAY_MS) * DAY_MS;
    const pacedMs = this.#startUtcMs + this.#elapsedAt(sourceMs - wrongMs) + wrongMs;
    return new Date(pacedMs).toISOString();
  }

  #elapsedAt(atWallMs: number): number {
    const stretch = this.#stretches.findLast(({ fromWallMs }) => fromWallMs <= atWallMs);
    if (stretch === undefined) return 0;
    return stretch.elapsedMs + (atWallMs - stretch.fromWallMs) * stretch.factor;
  }
}

function wallMs(): number {
  return performance.timeOrigin + performance.now();
}
