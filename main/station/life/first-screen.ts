/** So long a screen may need from its first model to a painted picture on the slowest panel PC we know. */
const PAINT_MS = 250;
/** Longer nobody is waited for: a station may run without a screen. */
const NO_SCREEN_MS = 1_000;

export interface FirstScreen<Model> {
  /** Gives the model as `screen` does, and notes that somebody has got one. */
  readonly screen: () => Model;
  /** Resolves once: when the first screen had time to paint, or when none has come within a second. */
  readonly served: Promise<void>;
}

/**
 * Keeps the start free for the person at the panel: what loads for long and can wait (the OPC UA process, sync) would
 * take both cores of a small PC from the first picture, and counters and directives lose nothing by coming later.
 */
export function watchFirstScreen<Model>(screen: () => Model): FirstScreen<Model> {
  const { promise: served, resolve } = Promise.withResolvers<void>();
  const nobody = setTimeout(resolve, NO_SCREEN_MS);
  let isGiven = false;
  return {
    served,
    screen() {
      if (!isGiven) {
        isGiven = true;
        clearTimeout(nobody);
        setTimeout(resolve, PAINT_MS);
      }
      return screen();
    },
  };
}
