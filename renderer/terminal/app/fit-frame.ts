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

/** Keeps `frame` fitted to the window. */
export function fitFrame(frame: HTMLElement, view: Window): void {
  const fit = () => {
    frame.style.setProperty("zoom", String(frameZoom(view.innerWidth, view.innerHeight)));
  };
  fit();
  view.addEventListener("resize", fit);
}
