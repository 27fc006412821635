import type { PeopleView } from "../../../shared/screen/people-view.ts";

/** Whether what only a lead may is offered now; the station asks again. */
export function isLeadHere({ signedIn }: Pick<PeopleView, "signedIn">): boolean {
  const active = signedIn.at(-1);
  return active?.role === "lead" && active.rights === "all";
}
