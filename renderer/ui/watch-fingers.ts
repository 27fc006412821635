import { isSwipe, judgeTouch, type TouchDown } from "./judge-touch.ts";

const KEY = "[data-react-aria-pressable]";

/** Where a finger came down on a key, and the how manieth that was. */
export interface Finger {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** The newest one that pressed a key; null: none did yet, or nobody watches. */
let newest: Finger | null = null;

export function newestFinger(): Finger | null {
  return newest;
}

type View = Pick<Window, "addEventListener" | "document">;

/** Watches all touches of the page, before any key does. */
export function watchFingers(view: View): void {
  const held = new Map<number, TouchDown & Pick<Finger, "x" | "y">>();
  const down = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") return;
    const key = event.target instanceof Element ? event.target.closest(KEY) : null;
    const isOnKey = key !== null && !key.hasAttribute("data-acts-at-once");
    const { clientX: x, clientY: y } = event;
    const touch = { atMs: event.timeStamp, isOnKey, x, y };
    const verdict = judgeTouch([...held.values()], touch);
    if (verdict === "palm") {
      event.stopImmediatePropagation();
      return;
    }
    if (verdict === "press-instead") for (const pointerId of held.keys()) letGo(view.document, pointerId);
    held.set(event.pointerId, touch);
    if (key !== null) newest = { number: (newest?.number ?? 0) + 1, x, y };
  };
  const move = ({ pointerId, clientX: x, clientY: y }: PointerEvent): void => {
    const touch = held.get(pointerId);
    if (touch?.isOnKey === true && isSwipe(touch, { x, y })) letGo(view.document, pointerId);
  };
  const up = ({ pointerId }: PointerEvent): void => void held.delete(pointerId);
  view.addEventListener("pointerdown", down, true);
  view.addEventListener("pointermove", move, true);
  view.addEventListener("pointerup", up, true);
  view.addEventListener("pointercancel", up, true);
}

/** As if the screen had lost the touch: its key is no longer pressed. */
function letGo(document: Document, pointerId: number): void {
  document.dispatchEvent(
    new PointerEvent("pointercancel", { bubbles: true, pointerId, pointerType: "touch" }),
  );
}
