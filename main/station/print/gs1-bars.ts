import type { DrawingContext } from "bwip-js/node";
import type { Bars } from "../../../shared/screen/label/label-view.ts";

export interface BarDrawing {
  /** @returns undefined while the encoder is still being read */
  draw(elementString: string): Bars | undefined;
  /** Resolves when bars can be drawn. */
  load(): Promise<void>;
}

/** Symbols drawn lately; a label is looked at many times. */
const KEPT_SYMBOLS = 100;

/**
 * Bars by bwip-js, which also checks the GS1 content. It is read at the first label only: it is large, and most stations
 * never print one.
 *
 * @param ready called once when bars can be drawn
 */
export function createBarDrawing(ready: () => void): BarDrawing {
  const drawn = new Map<string, Bars>();
  let library: typeof import("bwip-js/node") | undefined;
  let loading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    library = await import("bwip-js/node");
    ready();
  };
  const load = (): Promise<void> => {
    loading ??= read();
    return loading;
  };
  return {
    load,
    draw(elementString) {
      if (library === undefined) {
        void load();
        return undefined;
      }
      const bars = drawn.get(elementString) ?? draw(library, elementString);
      drawn.set(elementString, bars);
      const [oldest] = drawn.keys();
      if (drawn.size > KEPT_SYMBOLS && oldest !== undefined) drawn.delete(oldest);
      return bars;
    },
  };
}

function draw(library: typeof import("bwip-js/node"), elementString: string): Bars {
  // One pixel a module, so that what is drawn are whole numbers.
  return library.render({ bcid: "gs1-128", text: elementString, scale: 1, height: 10 }, barCollector());
}

/** Takes the place of a canvas: every bar of a linear symbol comes as one vertical line. */
function barCollector(): DrawingContext<Bars> {
  const bars: { readonly from: number; readonly width: number }[] = [];
  const nothing = (): void => undefined;
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: nothing,
    line: (...[x0, , , , width]) => void bars.push({ from: Math.round(x0 - width / 2), width }),
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => widthsOf(bars),
  };
}

function widthsOf(bars: readonly { readonly from: number; readonly width: number }[]): Bars {
  const sorted = bars.toSorted((left, right) => left.from - right.from);
  const start = sorted[0]?.from ?? 0;
  return sorted.map(({ from, width }) => ({ at: from - start, width }));
}
