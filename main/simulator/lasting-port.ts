import { once } from "node:events";
import { createServer } from "node:net";

/** Linux gives ports from 32,768 on to whoever asks for any; nothing is given by chance below. */
const [LOWEST, FIRST_GIVEN] = [20_000, 32_768];

/**
 * A free port of the loopback for a listener that goes away and comes back: no other program is given it meanwhile, as it
 * could be with a port that was given for the asking.
 */
export async function lastingPort(random: () => number = Math.random): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(random() * (FIRST_GIVEN - LOWEST));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
  server.close();
  await once(server, "close");
  return true;
}
