import { IDLE, onKey, onSilence, type WedgeState, type WedgeStep } from "./wedge-capture.ts";

/**
 * How long no key has to come before a scan counts as torn. Longer than a scanner's own pauses (TORN_AFTER_MS, which the keys'
 * time stamps decide): on a busy computer the browser hands keys on late that were typed in time.
 */
const SILENCE_MS = 1_000;

/** How late a timer may fire before the page counts as having been busy, its keys still waiting to be handled. */
const BUSY_PAGE_MS = 50;

/**
 * Puts the wedge capture in front of the page: capture phase on the window, and before any component could register,
 * because the preload runs first. Never removed, so that a scan is live on every screen.
 * @param deliver gets each scan, whole or damaged, in order
 */
export function listenForWedgeScans(page: Window, deliver: (raw: string) => void): void {
  const swallowedKeys = new Set<string>();
  let state: WedgeState = IDLE;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function take(step: WedgeStep): void {
    state = step.state;
    clearTimeout(silence);
    if (state.kind === "capturing") awaitSilence();
    if (step.scan !== null) deliver(step.scan);
  }

  function awaitSilence(): void {
    const dueAtMs = performance.now() + SILENCE_MS;
    silence = setTimeout(() => {
      const nowMs = performance.now();
      if (nowMs - dueAtMs > BUSY_PAGE_MS) awaitSilence();
      else take(onSilence(state, nowMs));
    }, SILENCE_MS);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return; // only real keys are a scanner's
    // The event's own time stamp, not the time it was handled at: a busy page must not tear a scan.
    const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta, repeat, timeStamp: atMs } = event;
    const step = onKey(state, { key, ctrl, alt, meta, repeat, atMs });
    if (step.swallow) {
      swallowedKeys.add(identity(event));
      keepFromPage(event);
    }
    take(step);
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (swallowedKeys.delete(identity(event))) keepFromPage(event);
  }

  page.addEventListener("keydown", onKeyDown, { capture: true });
  page.addEventListener("keyup", onKeyUp, { capture: true });
}

function identity(event: KeyboardEvent): string {
  return event.code === "" ? event.key : event.code;
}

function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
