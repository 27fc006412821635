import { inspect } from "node:util";
import { exitCodes } from "./exit-codes.ts";

export interface Ready {
  readonly url: string;
  readonly screenToken: string;
}

/**
 * Tells the shell where the screen finds us, with the screen's token, over the private channel between the two processes.
 * Started by hand there is no such channel: then only the address is printed, never a token.
 */
export function announceReady(ready: Ready): void {
  if (process.send !== undefined) process.send({ type: "ready", ...ready });
  process.stdout.write(`${JSON.stringify({ ready: "station", url: ready.url })}\n`);
}

/** Ends in order on SIGTERM, Ctrl-C, or when the shell that started us is gone; a second signal does not wait. */
export function stopWith(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    close().then(
      () => process.exit(exitCodes.done),
      (error: unknown) => {
        process.stderr.write(`${inspect(error)}\n`);
        process.exit(exitCodes.crashed);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
}
