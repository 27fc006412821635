declare module "pino-roll" {
  import type { DestinationStream } from "pino";

  interface RollOptions {
    readonly file: string;
    readonly extension: string;
    readonly size: string;
    /** Lines are in the file when the call returns, so a crash takes its own reason along. */
    readonly sync: boolean;
    readonly limit: { readonly count: number };
  }
  /** A destination that starts a new numbered file whenever the size is reached. */
  const pinoRoll: (options: RollOptions) => Promise<DestinationStream & { flushSync(): void; end(): void }>;
  export = pinoRoll;
}
