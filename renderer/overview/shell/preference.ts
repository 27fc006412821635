/** Remembers a choice of the reader in this browser. Where storage is forbidden the choice lasts until reload. */
export function readPreference(key: "takt.theme" | "takt.language"): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // Storage blocked by the browser's settings: the default is shown.
  }
}

export function writePreference(key: "takt.theme" | "takt.language", value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Storage blocked or full: the choice still holds in this window.
  }
}
