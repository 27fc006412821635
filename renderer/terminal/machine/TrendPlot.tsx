import { useEffect, useRef } from "react";
import "uplot/dist/uPlot.min.css";
import { drawTrend, type TrendInput } from "./draw-trend.ts";
import styles from "./TrendCard.module.css";

/** The drawn line, anew when its input, its size or the panel's colour scheme changes. */
export function TrendPlot({ input }: { readonly input: TrendInput }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let remove = drawTrend(element, input);
    const redraw = () => {
      remove();
      remove = drawTrend(element, input);
    };
    // It tells the present size at once, for which all is drawn already.
    let { clientWidth, clientHeight } = element;
    const size = new ResizeObserver(() => {
      if (element.clientWidth === clientWidth && element.clientHeight === clientHeight) return;
      ({ clientWidth, clientHeight } = element);
      redraw();
    });
    size.observe(element);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", redraw);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      size.disconnect();
      theme.disconnect();
      dark.removeEventListener("change", redraw);
      remove();
    };
  }, [input]);
  return <div ref={host} className={styles.plot} aria-hidden="true" />;
}
