declare module "pino-roll" {
  import type { DestinationStream } from "pino";

  interface RollOptions {
    readonly file: string;
    readonly extension: string;
    readonly size: string;
    /** Lines are in the file when the call returns, so a crash takes its own reason along. */
    readonly sync: boolean;
    /** Of lines that could not be written yet. */
    readonly maxLength: number;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
  }
  interface RollingFile extends DestinationStream {
    flushSync(): void;
    end(): void;
    on(event: "error", listener: (error: Error) => void): this;
  }
  /** A destination that starts a new numbered file whenever the size is reached. */
  const pinoRoll: (options: RollOptions) => Promise<RollingFile>;
  export = pinoRoll;
}
