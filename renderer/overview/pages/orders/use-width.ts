import { type RefObject, useEffect, useRef, useState } from "react";

/** The width of an element as it is drawn, in whole pixels: a drawing that is stretched would stretch its letters too. */
export function useWidth<Drawn extends Element>(): [RefObject<Drawn | null>, number] {
  const ref = useRef<Drawn>(null);
  const [widthPx, setWidth] = useState(0);
  useEffect(() => {
    const drawn = ref.current;
    if (drawn === null) return undefined;
    const measure = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    measure.observe(drawn);
    return () => measure.disconnect();
  }, []);
  return [ref, widthPx];
}
