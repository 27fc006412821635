import { startVirtualDisplay } from "../../scripts/display/virtual-display.ts";

/** Runs `work` with a screen to draw on: the present one, or a virtual one for as long as it takes. */
export async function withDisplay<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.env.DISPLAY) return work();
  const display = await startVirtualDisplay();
  process.env.DISPLAY = display.display;
  try {
    return await work();
  } finally {
    await display.stop();
  }
}
