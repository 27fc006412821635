import { rolldown } from "rolldown";

export interface Bundle {
  readonly entry: string;
  readonly file: string;
  readonly format: "esm" | "cjs";
  readonly external: readonly (string | RegExp)[];
  /** The oldest engine that will read it, such as `node20.18`. */
  readonly target: string;
}

/** Writes one self-contained file from an entry of main/. Node's own modules always stay outside. */
export async function bundle({ entry, file, format, external, target }: Bundle): Promise<void> {
  const build = await rolldown({
    input: entry,
    platform: "node",
    external: [/^node:/, ...external],
    transform: { target },
    logLevel: "warn",
  });
  try {
    await build.write({ file, format, codeSplitting: false });
  } finally {
    await build.close();
  }
}
