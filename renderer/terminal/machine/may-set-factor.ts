import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

/** Leads and setters say how many pieces a count stands for; the station asks again. */
export function maySetFactor({ people }: Pick<ScreenModel, "people">): boolean {
  const active = people.signedIn.at(-1);
  if (active === undefined || active.rights === "none") return false;
  return active.role === "lead" || active.role === "setter";
}
