import { useEffect, useRef } from "react";
import "uplot/dist/uPlot.min.css";
import { drawPlot, type PlotInput } from "./draw-plot.ts";
import styles from "./SamplePlot.module.css";

/** One plot of the check chart, redrawn when its input, its size or the panel's colour scheme changes. */
export function SamplePlot({ input }: { readonly input: PlotInput }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let remove = drawPlot(element, input);
    const redraw = () => {
      remove();
      remove = drawPlot(element, input);
    };
    const size = new ResizeObserver(redraw);
    size.observe(element);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", redraw);
    return () => {
      size.disconnect();
      dark.removeEventListener("change", redraw);
      remove();
    };
  }, [input]);
  return <div ref={host} className={styles.plot} aria-hidden="true" />;
}
