import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

/** Leads and setters say how many pieces a count stands for; the station asks again. */
export function maySetFactor({ people }: Pick<ScreenModel, "people">): boolean {
  const role = people.signedIn.at(-1)?.role;
  return role === "lead" || role === "setter";
}
