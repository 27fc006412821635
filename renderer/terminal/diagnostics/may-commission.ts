import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

/** Leads and maintenance look into machines and map them; the station asks again. */
export function mayCommission({ people }: Pick<ScreenModel, "people">): boolean {
  const role = people.signedIn.at(-1)?.role;
  return role === "lead" || role === "maintenance";
}
