import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { startVirtualDisplay } from "./virtual-display.ts";

const socketOf = (display: string) => `/tmp/.X11-unix/X${display.slice(1)}`;

describe("virtual display", () => {
  test("two at the same moment are two displays, and each ends when told", async () => {
    const displays = await Promise.all([startVirtualDisplay(), startVirtualDisplay()]);
    const sockets = displays.map(({ display }) => socketOf(display));
    expect(new Set(sockets).size).toBe(2);
    expect(sockets.map(existsSync)).toEqual([true, true]);
    await Promise.all(displays.map((display) => display.stop()));
    expect(sockets.map(existsSync)).toEqual([false, false]);
  });

  test("ends with a starter that was killed", async () => {
    const module = JSON.stringify(path.join(import.meta.dirname, "virtual-display.ts"));
    const program = `import { startVirtualDisplay } from ${module};
      process.stdout.write((await startVirtualDisplay()).display);
      setInterval(() => undefined, 60_000);`;
    const starter = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [display] = (await once(starter.stdout, "data")) as [Buffer];
    const socket = socketOf(display.toString());
    expect(existsSync(socket)).toBe(true);
    starter.kill("SIGKILL");
    await vi.waitFor(() => expect(existsSync(socket)).toBe(false), { timeout: 60_000, interval: 100 });
  });
});
