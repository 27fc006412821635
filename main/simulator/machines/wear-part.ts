import { accept, type Result, refuse } from "../../../shared/lib/result.ts";

/** @returns which of a machine's parts is to be worn and how far (0..1), or why not, naming the parts there are */
export function wornPart<Part extends string>(
  parts: readonly Part[],
  { part, percent }: { readonly part: string; readonly percent: number },
): Result<{ readonly part: Part; readonly wear: number }, string> {
  const known = parts.find((name) => name === part);
  if (known === undefined)
    return refuse(`there is no part "${part}" to wear; there are: ${parts.join(", ")}`);
  return accept({ part: known, wear: percent / 100 });
}
