import type { Theme } from "./screen-context.ts";

const THEME_KEY = "takt.theme";
const themes: readonly string[] = ["auto", "light", "dark"] satisfies readonly Theme[];

/** The theme of this panel; it belongs to the place, not to a person. */
export function readTheme(storage: Pick<Storage, "getItem">): Theme {
  const stored = storage.getItem(THEME_KEY);
  return stored !== null && themes.includes(stored) ? (stored as Theme) : "auto";
}

export function keepTheme(storage: Pick<Storage, "setItem">, theme: Theme): void {
  storage.setItem(THEME_KEY, theme);
}

/** "auto" leaves the choice to prefers-color-scheme. */
export function showTheme(root: HTMLElement, theme: Theme): void {
  if (theme === "auto") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
}
