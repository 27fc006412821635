import { useEffect } from "react";
import type { StationLink } from "../station/station-link.ts";
import { touchTeller } from "./touch-teller.ts";

/** The station ends rights when nobody touches; only the window knows of fingers. */
export function useTouches(link: StationLink): void {
  useEffect(() => {
    const touched = touchTeller(link.touched, () => performance.now());
    window.addEventListener("pointerdown", touched, true);
    window.addEventListener("keydown", touched, true);
    return () => {
      window.removeEventListener("pointerdown", touched, true);
      window.removeEventListener("keydown", touched, true);
    };
  }, [link]);
}
