import { onTestFinished } from "vitest";
import type { SignalReader } from "../signal-reader-port.ts";
import { openReader } from "./signal-rig.ts";

/** A reader that is closed when the test has finished. */
export function reading(folder: string): SignalReader {
  const reader = openReader(folder);
  onTestFinished(() => reader.close());
  return reader;
}
