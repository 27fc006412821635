const askers = new EventTarget();
const CHANGED = "changed";

/** Something was changed at the MES from this page: what is shown of it is asked for again now, not at the next turn. */
export function askAgain(): void {
  askers.dispatchEvent(new Event(CHANGED));
}

export function onAskAgain(ask: () => void, signal: AbortSignal): void {
  askers.addEventListener(CHANGED, ask, { signal });
}
