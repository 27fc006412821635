/**
 * Loaded before a program (`--import`): each SIGUSR2 puts its wall clock ten years forward, the third one puts it right.
 * Monotonic clocks run on, as they do when somebody sets the clock of a computer.
 */
const YEARS_MS = 10 * 366 * 86_400_000;
const JUMPS = 3;
const RealDate = Date;
let jumps = 0;

const offsetMs = (): number => (jumps % JUMPS) * YEARS_MS;

class JumpedDate extends RealDate {
  static override now(): number {
    return RealDate.now() + offsetMs();
  }

  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [JumpedDate.now()] : given) as [number]));
  }
}

globalThis.Date = JumpedDate as DateConstructor;
process.on("SIGUSR2", () => {
  jumps += 1;
});
