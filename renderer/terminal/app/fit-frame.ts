/** The smallest screen the layouts are drawn for, in CSS pixels. */
const FLOOR = { widthPx: 1280, heightPx: 768 };

/**
 * How much the frame is magnified: a larger panel shows the same screen larger, a slightly smaller one keeps every key
 * on screen. The other axis then gets what is left over.
 */
export function frameZoom(widthPx: number, heightPx: number): number {
  const zoom = Math.min(widthPx / FLOOR.widthPx, heightPx / FLOOR.heightPx);
  return Math.max(0.5, Math.floor(zoom * 1000) / 1000);
}

/** What of an element is fitted. */
interface Frame {
  readonly style: { setProperty(name: string, value: string): void };
}

/** What of a window counts for the fit. */
interface View<Page> {
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly document: { readonly documentElement: Page };
  readonly ResizeObserver: new (resized: () => void) => { observe(page: Page): void };
}

/**
 * Keeps `frame` fitted to the window. The page itself is observed: a window that opens while the computer is busy has no
 * size yet, and its first one comes without a "resize" event, which left the frame at half its size for good.
 */
export function fitFrame<Page>(frame: Frame, view: View<Page>): void {
  const fit = () => {
    if (view.innerWidth === 0 || view.innerHeight === 0) return;
    frame.style.setProperty("zoom", String(frameZoom(view.innerWidth, view.innerHeight)));
  };
  fit();
  new view.ResizeObserver(fit).observe(view.document.documentElement);
}
