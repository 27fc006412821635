import { useLayoutEffect, useState } from "react";
import { readPreference, writePreference } from "./preference.ts";

export type Theme = "light" | "dark";

/** Dark unless chosen otherwise: the page mostly hangs on a wall in a hall. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() =>
    readPreference("takt.theme") === "light" ? "light" : "dark",
  );
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const toggle = (): void => {
    const next = theme === "dark" ? "light" : "dark";
    writePreference("takt.theme", next);
    setTheme(next);
  };
  return [theme, toggle];
}
