import { ConfigError } from "../config/config-file.ts";
import { isSqliteError, storeErrorFrom } from "../store/sqlite.ts";
import { StoreError } from "../store/store-error.ts";

/** What a person reads when the station must not run: what is wrong, and what to do. */
export interface StartRefusal {
  readonly refused: string;
  readonly hint: string;
}

/** @returns undefined for a surprise, which is a crash and not a refusal */
export function startRefusal(error: unknown): StartRefusal | undefined {
  if (error instanceof ConfigError) {
    return { refused: error.message, hint: "Correct the file and start again. Nothing was changed." };
  }
  // A damaged page can show at any read of the start, not only where it is looked for.
  const fault = isSqliteError(error) ? storeErrorFrom(error, "The data cannot be read") : error;
  if (!(fault instanceof StoreError)) return undefined;
  switch (fault.code) {
    case "locked":
      return { refused: fault.message, hint: "Close the other one, then start again." };
    case "full":
      return { refused: fault.message, hint: "Free some disk space, then start again. Nothing was lost." };
    case "not-permitted":
      return {
        refused: fault.message,
        hint: "Give the data folder, with all that is in it, to the user who runs the station, then start again.",
      };
    case "unusable":
    case "suspect":
      return { refused: fault.message, hint: "Keep the data folder as it is and call your IT." };
  }
}
