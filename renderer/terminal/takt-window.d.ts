/** What the preload shows to this page; frozen, and all there is of the machine it runs on. */
interface TaktWindow {
  /** Address of the station and the token bound to this page. */
  connection(): Promise<{ readonly url: string; readonly token: string }>;
  /** Scans that came as keystrokes, caught before any key of the page saw them. @returns ends the subscription */
  onScan(listener: (raw: string) => void): () => void;
  /** The screen is painted and its loop turns; without it the shell reloads the page (P6). */
  alive(): void;
  readonly platform: string;
}

interface Window {
  readonly takt: TaktWindow;
}
