/** In the pixels of the screen, as Electron tells them. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The second of two windows is `{ nth: 2, of: 2 }`. */
export interface Turn {
  readonly nth: number;
  readonly of: number;
}

/** So much of a window stays to be seen beside the one that lies on it. */
const CASCADE_PX = 48;

/** Reads "2/3". @returns undefined: nothing was said, or nothing that makes sense, and the window opens where it likes */
export function readTurn(text: string | undefined): Turn | undefined {
  const [, nth, of] = /^(\d)\/(\d)$/.exec(text ?? "") ?? [];
  const turn = { nth: Number(nth), of: Number(of) };
  return turn.nth >= 1 && turn.nth <= turn.of ? turn : undefined;
}

/** Where one of several windows opens: side by side where the screen is wide enough, else so that each can be found. */
export function windowPlace(
  screen: Area,
  window: Pick<Area, "width" | "height">,
  { nth, of }: Turn,
): Pick<Area, "x" | "y"> {
  const right = of < 2 ? 0 : Math.max(0, screen.width - window.width) / (of - 1);
  const down = right >= window.width ? 0 : CASCADE_PX;
  return { x: Math.round(screen.x + (nth - 1) * right), y: screen.y + (nth - 1) * down };
}
