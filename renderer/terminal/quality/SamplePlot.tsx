import { useEffect, useRef } from "react";
import "uplot/dist/uPlot.min.css";
import { useScreen } from "../app/screen-context.ts";
import { drawPlot, type PlotInput } from "./draw-plot.ts";
import styles from "./SamplePlot.module.css";

/** One plot of the check chart, redrawn when its values, its size or the theme change. */
export function SamplePlot(props: PlotInput) {
  const host = useRef<HTMLDivElement>(null);
  const { theme } = useScreen();
  const { values, min, max, band, limits, centre } = props;
  const valuesKey = values.join(" ");
  const input = useRef<PlotInput>(props);
  input.current = { values, min, max, band, limits, centre };

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    // These decide what is drawn; the drawing itself reads the current input.
    element.dataset["drawn"] = `${theme} ${valuesKey} ${min} ${max}`;
    let destroy = drawPlot(element, input.current);
    const redraw = () => {
      destroy();
      destroy = drawPlot(element, input.current);
    };
    const size = new ResizeObserver(redraw);
    size.observe(element);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", redraw);
    return () => {
      size.disconnect();
      dark.removeEventListener("change", redraw);
      destroy();
    };
  }, [theme, valuesKey, min, max]);

  return <div ref={host} className={styles.plot} aria-hidden="true" />;
}
