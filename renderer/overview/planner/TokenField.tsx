import { PlannerField } from "./PlannerField.tsx";
import { keepPlannerToken, usePlannerToken } from "./planner-token.ts";

/** Who may plan says so once in this window. */
export function TokenField() {
  const token = usePlannerToken();
  return <PlannerField label="planner.token" type="password" value={token} onChange={keepPlannerToken} />;
}
