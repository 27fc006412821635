import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

/** Leads and maintenance look into machines and map them; the station asks again. */
export function mayCommission({ people }: Pick<ScreenModel, "people">): boolean {
  const active = people.signedIn.at(-1);
  if (active === undefined || active.rights === "none") return false;
  return active.role === "lead" || active.role === "maintenance";
}
